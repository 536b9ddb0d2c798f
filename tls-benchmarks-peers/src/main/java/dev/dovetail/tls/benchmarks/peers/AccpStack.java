package dev.dovetail.tls.benchmarks.peers;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.google.auto.service.AutoService;
import dev.dovetail.tls.benchmarks.BufferKind;
import dev.dovetail.tls.benchmarks.PeerEngines;
import dev.dovetail.tls.benchmarks.PeerSetting;
import dev.dovetail.tls.benchmarks.PeerStack;
import dev.dovetail.tls.benchmarks.ServerIdentity;
import dev.dovetail.tls.benchmarks.SunJsseStack;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;

/** The JDK's TLS over AWS-LC, a native library: Amazon's provider comes before the JDK's own. */
@AutoService(PeerStack.class)
public final class AccpStack extends SunJsseStack {

    /** The suites with ChaCha20-Poly1305 that the JDK's TLS has (RFC 8446 B.4, RFC 7905 2). */
    private static final Set<String> WITH_CHACHA20 = Set.of(
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** For the service loader. */
    public AccpStack() {
        super("accp", "SunJSSE over ACCP");
    }

    /** Its native library is loaded for that, but it is not registered. */
    @Override
    public Optional<String> obstacle() {
        Throwable failed = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        return failed == null ? super.obstacle() : Optional.of("its library can't be loaded: " + failed.getMessage());
    }

    @Override
    public Optional<String> obstacle(PeerSetting setting) {
        return WITH_CHACHA20.contains(setting.suite())
                ? Optional.of("ACCP has no ChaCha20-Poly1305, so that would be SunJSSE alone")
                : super.obstacle(setting);
    }

    @Override
    public List<BufferKind> buffers() {
        return List.of(BufferKind.HEAP);
    }

    /** Registers ACCP for the whole JVM, which is measured alone. */
    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        AmazonCorrettoCryptoProvider.install();
        Provider used = Cipher.getInstance("AES/GCM/NoPadding").getProvider();
        if (!(used instanceof AmazonCorrettoCryptoProvider)) {
            throw new IllegalStateException("AES-GCM comes from " + used.getName() + ", not from ACCP");
        }
        return super.engines(setting, servers);
    }
}
