package dev.dovetail.tls.benchmarks.peers;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.benchmarks.BufferKind;
import dev.dovetail.tls.benchmarks.JsseStack;
import dev.dovetail.tls.benchmarks.PeerEngines;
import dev.dovetail.tls.benchmarks.PeerSetting;
import dev.dovetail.tls.benchmarks.PeerStack;
import dev.dovetail.tls.benchmarks.ServerIdentity;
import dev.dovetail.tls.peers.Contender;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.conscrypt.Conscrypt;

/** Google's provider over BoringSSL, a native library. */
@AutoService(PeerStack.class)
public final class ConscryptStack extends JsseStack {

    private static final Set<String> GROUPS = Set.of("x25519", "secp256r1", "secp384r1", "X25519MLKEM768");
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int ROOM = 1 << 12;

    /** Where the last words of each connection go, which nobody reads. */
    private final ByteBuffer farewell = ByteBuffer.allocateDirect(ROOM);

    /** For the service loader. */
    public ConscryptStack() {
        super("conscrypt", "Conscrypt");
    }

    @Override
    public Optional<String> obstacle() {
        return Contender.CONSCRYPT.obstacle();
    }

    @Override
    public Optional<String> obstacle(PeerSetting setting) {
        return BoringSsl.obstacle(setting).or(() -> super.obstacle(setting));
    }

    @Override
    protected Provider provider() {
        return Contender.CONSCRYPT.provider();
    }

    @Override
    protected boolean hasGroup(String group) {
        return GROUPS.contains(group);
    }

    /** It honours the JDK's property for them. */
    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        chooseForWholeJvm(setting);
        return super.engines(setting, servers);
    }

    @Override
    public List<BufferKind> buffers() {
        return List.of(BufferKind.DIRECT, BufferKind.HEAP);
    }

    @Override
    public boolean outsideHeap() {
        return true;
    }

    /** Its ends neither take tickets of TLS 1.2 nor give any before they are told so. */
    @Override
    protected void configure(SSLEngine engine, PeerSetting setting) {
        super.configure(engine, setting);
        // From suites of TLS 1.2 it learns which kinds of keys may be used, in TLS 1.3 too.
        if (setting.tls13()) engine.setEnabledCipherSuites(engine.getSupportedCipherSuites());
        if (setting.resuming()) Conscrypt.setUseSessionTickets(engine, true);
    }

    @Override
    protected boolean ticketsWait() {
        return true;
    }

    /**
     * Its native memory, and two file descriptors beside it, are free once both directions are closed and its close_notify was
     * taken; otherwise a finalizer would have to free them.
     */
    @Override
    protected void release(SSLEngine engine) {
        engine.closeOutbound();
        try {
            while (!engine.isOutboundDone()) {
                if (engine.wrap(NOTHING, farewell.clear()).bytesProduced() == 0) {
                    throw new IllegalStateException(label() + " does not say good-bye");
                }
            }
            engine.closeInbound();
        } catch (SSLException withoutCloseNotify) {
            throw new IllegalStateException(label() + " does not let go of a connection", withoutCloseNotify);
        }
    }
}
