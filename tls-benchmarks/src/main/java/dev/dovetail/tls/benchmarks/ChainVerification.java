package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.KeyUse;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
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

/**
 * Verifying a chain of a leaf and an intermediate against a root. It begins with bytes, as chains come in a handshake: a
 * certificate that is kept as an object remembers its own verification. With one leaf both contenders remember the two
 * signatures; with {@value ManyServers#STRANGERS}, one after the other, they have forgotten the leaf when it comes again, and
 * remember the intermediate alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChainVerification {

    /** Chains in the form in which they come. */
    @State(Scope.Thread)
    public abstract static class Chains {

        /** The keys of all certificates. */
        @Param("EC_P256")
        public KeyKind kind;

        /** How many, with different keys, of one intermediate. */
        @Param("1")
        public int leaves;

        private CertificateFactory factory;
        private List<byte[]> encodedLeaves;
        private byte[] encodedIntermediate;
        private Verification verification;
        private int next;

        /** Issues the chains; the first one is verified once. */
        @Setup
        public void prepare() throws GeneralSecurityException {
            factory = CertificateFactory.getInstance("X.509");
            Authority root = Authority.create("Benchmark Root", kind);
            Authority intermediate = root.intermediate(Request.server("Benchmark Intermediate")
                    .key(kind)
                    .withoutPurposes()
                    .keyUses(KeyUse.KEY_CERT_SIGN));
            encodedIntermediate = intermediate.certificate().getEncoded();
            encodedLeaves = new ArrayList<>();
            for (Issued issued : ManyServers.issue(intermediate, kind, leaves)) {
                encodedLeaves.add(issued.certificate().getEncoded());
            }
            verification = trusting(root);
            verify();
            SteadyState.reach(this::verify);
        }

        /** Somebody who trusts one root. */
        abstract Verification trusting(Authority root) throws GeneralSecurityException;

        Object verify() throws GeneralSecurityException {
            return verification.verify(chain());
        }

        /** The next one, new, the leaf first. */
        List<X509Certificate> chain() throws GeneralSecurityException {
            byte[] leaf = encodedLeaves.get(next);
            next = (next + 1) % encodedLeaves.size();
            return List.of(certificate(leaf), certificate(encodedIntermediate));
        }

        private X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
        }
    }

    /** Verifies chains; answers something that depends on the verification. */
    interface Verification {

        Object verify(List<X509Certificate> chain) throws GeneralSecurityException;
    }

    /** Ours. */
    public static class Own extends Chains {

        @Override
        Verification trusting(Authority root) {
            PkixVerifier verifier = PkixVerifier.trusting(List.of(root.certificate()));
            Selection selection = Selection.modern(Plugins.all());
            return chain -> {
                PeerCertificates peer = new PeerCertificates(
                        chain,
                        Role.SERVER,
                        Optional.of(ServerIdentity.HOST),
                        ProtocolVersion.TLS_1_3,
                        false,
                        List.of(),
                        selection.certificates());
                Verdict verdict = verifier.verify(peer).toCompletableFuture().join();
                verdict.refusal().ifPresent(fault -> {
                    throw new IllegalStateException("the chain is refused", fault);
                });
                return verdict;
            };
        }
    }

    /** The JDK's. */
    public static class Jdk extends Chains {

        @Override
        Verification trusting(Authority root) throws GeneralSecurityException {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(root.trustStore());
            X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
            return chain -> {
                manager.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
                return chain;
            };
        }
    }

    /**
     * Ours, with the host's name.
     *
     * @param own the chains
     * @return the verdict, which is good
     * @throws GeneralSecurityException if a chain can't be read
     */
    @Benchmark
    public Object dovetail(Own own) throws GeneralSecurityException {
        return own.verify();
    }

    /**
     * The JDK's trust manager, without the host's name, for which it would need a connection.
     *
     * @param jdk the chains
     * @return the chain
     * @throws GeneralSecurityException if it refuses
     */
    @Benchmark
    public Object trustManager(Jdk jdk) throws GeneralSecurityException {
        return jdk.verify();
    }
}
