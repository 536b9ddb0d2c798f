package dev.dovetail.tls.benchmarks.peers;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.benchmarks.BufferKind;
import dev.dovetail.tls.benchmarks.PeerEngines;
import dev.dovetail.tls.benchmarks.PeerSetting;
import dev.dovetail.tls.benchmarks.PeerStack;
import dev.dovetail.tls.benchmarks.ServerIdentity;
import io.netty.handler.ssl.OpenSsl;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Netty's engine over BoringSSL, a native library. */
@AutoService(PeerStack.class)
public final class TcnativeStack implements PeerStack {

    private static final Set<String> GROUPS = Set.of("x25519", "secp256r1", "secp384r1", "X25519MLKEM768");

    /** For the service loader. */
    public TcnativeStack() {}

    @Override
    public String key() {
        return "tcnative";
    }

    @Override
    public String label() {
        return "Netty tcnative";
    }

    @Override
    public Optional<String> obstacle() {
        return OpenSsl.isAvailable()
                ? Optional.empty()
                : Optional.of("its library can't be loaded: "
                        + OpenSsl.unavailabilityCause().getMessage());
    }

    @Override
    public Optional<String> obstacle(PeerSetting setting) {
        Optional<String> choice = BoringSsl.obstacle(setting);
        if (choice.isPresent()) return choice;
        if (!OpenSsl.isCipherSuiteAvailable(setting.suite())) return Optional.of("it has no " + setting.suite());
        return setting.group().filter(group -> !GROUPS.contains(group)).map(group -> "it has no " + group);
    }

    @Override
    public List<BufferKind> buffers() {
        return List.of(BufferKind.DIRECT, BufferKind.HEAP);
    }

    @Override
    public boolean outsideHeap() {
        return true;
    }

    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        try {
            return new TcnativeEngines(setting, servers);
        } catch (SSLException e) {
            throw new GeneralSecurityException(label() + " makes no context", e);
        }
    }

    /** Its name. */
    @Override
    public String toString() {
        return label();
    }
}
