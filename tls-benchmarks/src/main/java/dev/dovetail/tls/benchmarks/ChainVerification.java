package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifying a chain of a leaf and an intermediate against a root: two signatures. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ChainVerification {

    /** The keys of all three. */
    @Param("EC_P256")
    public KeyKind kind;

    private PkixVerifier verifier;
    private PeerCertificates peer;
    private X509TrustManager manager;

    /** Issues the chain. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        Authority root = Authority.create("Benchmark Root", kind);
        Authority intermediate = root.intermediate("Benchmark Intermediate");
        Issued issued = intermediate.issue(Request.server(ServerIdentity.HOST).key(kind));
        ServerIdentity identity = new ServerIdentity(root.certificate(), issued.privateKey(), issued.chain());
        verifier = PkixVerifier.trusting(List.of(identity.root()));
        peer = new PeerCertificates(
                identity.chain(),
                Role.SERVER,
                Optional.of(ServerIdentity.HOST),
                ProtocolVersion.TLS_1_3,
                false,
                List.of(),
                Selection.modern(Plugins.all()).certificates());
        manager = manager(identity.trustStore());
        dovetail().refusal().ifPresent(fault -> {
            throw new IllegalStateException("the chain is refused", fault);
        });
        SteadyState.reach(this::dovetail);
        SteadyState.reach(this::trustManager);
    }

    private static X509TrustManager manager(KeyStore roots) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(roots);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /**
     * Ours, with the host's name.
     *
     * @return the verdict, which is good
     */
    @Benchmark
    public Verdict dovetail() {
        return verifier.verify(peer).toCompletableFuture().join();
    }

    /**
     * The JDK's trust manager, without the host's name, for which it would need a connection.
     *
     * @return the chain
     * @throws GeneralSecurityException if it refuses
     */
    @Benchmark
    public Object trustManager() throws GeneralSecurityException {
        manager.checkServerTrusted(peer.chain().toArray(X509Certificate[]::new), "UNKNOWN");
        return peer;
    }

    int chainLength() {
        return peer.chain().size();
    }
}
