package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a signature scheme costs, over as many bytes as TLS 1.3 signs with SHA-256 (RFC 8446 4.4.3). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Signatures {

    private static final Set<KeyKind> SLOW = EnumSet.of(KeyKind.RSA_2048, KeyKind.RSASSA_PSS_2048);
    private static final int SIGNED_BYTES = 64 + 33 + 1 + 32;

    /** A scheme, keys that fit it, and something that is signed. Only the operation that is measured is warmed up. */
    @State(Scope.Thread)
    public abstract static class Keys {

        /** IANA's spelling. */
        @Param("ecdsa_secp256r1_sha256")
        public String scheme;

        /** Whose code. */
        @Param("JDK")
        public String implementation;

        private final SecureRandom random = new SecureRandom();
        private final byte[] content = Payload.of(SIGNED_BYTES);
        private SignatureScheme measured;
        private KeyPair keys;
        private byte[] signature;

        /** Finds the scheme, and makes keys that fit it. */
        @Setup
        public void prepare() throws GeneralSecurityException {
            SignatureScheme found =
                    Plugins.having(implementation).prefer(scheme, implementation).signatureSchemes().stream()
                            .filter(part -> part.name().equals(scheme))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("there is no signature scheme " + scheme));
            measured = Plugins.require(found, implementation);
            keys = keysFor(measured)
                    .orElseThrow(() -> new IllegalArgumentException("no kind of key is known for " + scheme));
            signature = sign();
            SteadyState.reach(this::operate);
        }

        PublicKey publicKey() {
            return keys.getPublic();
        }

        /** What is measured. */
        abstract Object operate() throws GeneralSecurityException;

        byte[] sign() throws GeneralSecurityException {
            return measured.sign(keys.getPrivate(), content, random);
        }

        boolean verify() {
            return measured.verify(keys.getPublic(), content, signature);
        }
    }

    /** Signs. */
    public static class Signing extends Keys {

        @Override
        byte[] operate() throws GeneralSecurityException {
            return sign();
        }
    }

    /** Verifies one signature again and again. */
    public static class Verifying extends Keys {

        @Override
        Boolean operate() {
            return verify();
        }
    }

    /** Making keys until one fits should neither take seconds nor load the classes of somebody who is not measured. */
    private static int trouble(KeyKind kind) {
        if (kind.foreign()) return 2;
        return SLOW.contains(kind) ? 1 : 0;
    }

    /** By the newest version in which it signs: in TLS 1.2 an ECDSA scheme fits each curve (RFC 8422 5.1.1). */
    private static Optional<KeyPair> keysFor(SignatureScheme scheme) {
        return scheme.versions().stream()
                .max(Comparator.naturalOrder())
                .flatMap(newest -> Arrays.stream(KeyKind.values())
                        // Without the slow one, which fits no scheme that RSA_2048 doesn't fit.
                        .filter(kind -> kind != KeyKind.RSA_4096)
                        .sorted(Comparator.comparing(Signatures::trouble))
                        .map(KeyKind::generate)
                        .filter(pair -> scheme.fits(pair.getPublic(), newest))
                        .findFirst());
    }

    /**
     * Signs.
     *
     * @param keys what with
     * @return the signature
     * @throws GeneralSecurityException if the scheme refuses
     */
    @Benchmark
    public byte[] sign(Signing keys) throws GeneralSecurityException {
        return keys.sign();
    }

    /**
     * Verifies.
     *
     * @param keys what with
     * @return true
     */
    @Benchmark
    public boolean verify(Verifying keys) {
        return keys.verify();
    }
}
