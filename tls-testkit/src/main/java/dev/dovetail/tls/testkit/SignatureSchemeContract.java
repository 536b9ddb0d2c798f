package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SignatureScheme} must do. Extend it, hand over the scheme and keys that fit it, and say how
 * certificates name its algorithm:
 *
 * <pre>{@code
 * final class Ed25519ContractTest extends SignatureSchemeContract {
 *     @Override
 *     protected SignatureScheme part() {
 *         return new Ed25519();
 *     }
 *
 *     @Override
 *     protected KeyPair keys() {
 *         return KeyKind.ED25519.generate();
 *     }
 *
 *     @Override
 *     protected Optional<CertificateSignature> certificateSignature() {
 *         return Optional.of(CertificateSignature.ED25519);
 *     }
 * }
 * }</pre>
 */
public abstract class SignatureSchemeContract extends VectorContract<SignatureScheme> {

    private static final int MOST_POSITIONS = 128;
    private static final String[] KEY = {"publicKeyDer", "key"};
    private static final List<ProtocolVersion> VERSIONS = List.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

    private final SecureRandom random = new SecureRandom();

    /**
     * Keys that fit in every version of the scheme.
     *
     * @return a fresh pair at each call
     */
    protected abstract KeyPair keys();

    /**
     * The algorithm of certificates that are signed with this scheme.
     *
     * @return empty, unless overridden, for a scheme that no certificate is signed with
     */
    protected Optional<CertificateSignature> certificateSignature() {
        return Optional.empty();
    }

    /**
     * The key that a vector gives: override it if files have another form than SubjectPublicKeyInfo.
     *
     * @param encoded as the file has it
     * @return the key
     * @throws GeneralSecurityException if it is none
     */
    protected PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        String algorithm = keys().getPublic().getAlgorithm();
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /**
     * Keys that must not fit. A scheme that TLS 1.3 ties to a curve adds the other curves there.
     *
     * @param version the version that was negotiated
     * @return one key of each usual kind whose algorithm is another than that of {@link #keys()}
     */
    protected List<PublicKey> foreignKeys(ProtocolVersion version) {
        String own = keys().getPublic().getAlgorithm();
        return SampleKeys.all().stream()
                .map(KeyPair::getPublic)
                .filter(key -> !key.getAlgorithm().equals(own))
                .toList();
    }

    @Test
    void statesItsFacts() {
        assertThat(part().code()).as("code() of %s", name()).isBetween(0, 0xffff);
        assertThat(part().versions()).as("versions() of %s", name()).isNotNull();
        assertThat(part().authentication()).as("authentication() of %s", name()).isNotBlank();
        part().clientCertificateType()
                .ifPresent(type -> assertThat(type)
                        .as("clientCertificateType() of %s", name())
                        .isBetween(0, 255));
        if (!part().keyAlgorithms().isEmpty()) {
            assertThat(part().keyAlgorithms())
                    .as("keyAlgorithms() of %s, by which key managers find keys", name())
                    .contains(keys().getPublic().getAlgorithm());
        }
        part().signatureAlgorithm()
                .ifPresent(algorithm -> assertThat(algorithm)
                        .as("signatureAlgorithm() of %s", name())
                        .isNotBlank());
        assertThat(part().traits().contains(Trait.RECOMMENDED)
                        && part().traits().stream().anyMatch(Trait::mustBeNamed))
                .as("%s is RECOMMENDED and must be named before use: %s", name(), part().traits())
                .isFalse();
    }

    @Test
    void fitsItsOwnKeysAndNoOthers() {
        for (ProtocolVersion version : part().versions()) {
            assertThat(part().fits(keys().getPublic(), version))
                    .as("%s: fits() of its own kind of key in %s", name(), version)
                    .isTrue();
        }
        for (ProtocolVersion version : VERSIONS) {
            for (PublicKey key : foreignKeys(version)) {
                assertThat(part().fits(key, version))
                        .as(
                                "%s: fits() of a key of the algorithm %s in %s, which is not that of keys(): look at"
                                        + " getAlgorithm() and at the parameters (RFC 8446 4.2.3)",
                                name(), key.getAlgorithm(), version)
                        .isFalse();
            }
            assertThat(part().fits(new AlienKey(), version))
                    .as("%s: fits() of a key of an unknown algorithm that has no encoding", name())
                    .isFalse();
        }
    }

    @Test
    void verifiesWhatItSigned() throws GeneralSecurityException {
        KeyPair keys = keys();
        for (int size : new int[] {0, 1, 55, 64, 130, 1000, 16384}) {
            byte[] content = Sample.bytes(size, size);
            byte[] signature = part().sign(keys.getPrivate(), content, random);
            assertThat(part().verify(keys.getPublic(), content, signature))
                    .as("%s: verify() of the signature on %d bytes", name(), size)
                    .isTrue();
        }
    }

    @Test
    void refusesOtherContent() throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] content = Sample.bytes(1, 130);
        byte[] signature = part().sign(keys.getPrivate(), content, random);
        for (int at : Sample.positions(content.length, MOST_POSITIONS)) {
            assertRefused(keys, Sample.flipped(content, at), signature, "content changed at byte " + at);
        }
        assertRefused(keys, new byte[0], signature, "no content");
        assertRefused(keys, Arrays.copyOf(content, 129), signature, "content without its last byte");
        assertRefused(keys, Arrays.copyOf(content, 131), signature, "content with a byte behind it");
    }

    @Test
    void refusesAnotherKey() throws GeneralSecurityException {
        byte[] content = Sample.bytes(1, 130);
        byte[] signature = part().sign(keys().getPrivate(), content, random);
        assertRefused(keys(), content, signature, "the signature of another key (keys() makes fresh ones)");
    }

    @Test
    void refusesAChangedSignature() throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] content = Sample.bytes(1, 130);
        byte[] signature = part().sign(keys.getPrivate(), content, random);
        for (int at : Sample.positions(signature.length, MOST_POSITIONS)) {
            assertRefused(keys, content, Sample.flipped(signature, at), "a signature changed at byte " + at);
        }
    }

    @Test
    void refusesWhatIsNoSignature() throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] content = Sample.bytes(1, 130);
        byte[] signature = part().sign(keys.getPrivate(), content, random);
        for (int length : Sample.positions(signature.length, MOST_POSITIONS)) {
            assertRefused(keys, content, Arrays.copyOf(signature, length), "the first " + length + " bytes");
        }
        assertRefused(keys, content, Arrays.copyOf(signature, signature.length + 1), "a signature and one more byte");
        assertRefused(keys, content, Sample.joined(signature, signature), "a signature twice");
        assertRefused(keys, content, new byte[signature.length], "zeros");
        assertRefused(keys, content, Sample.bytes(9, signature.length), "garbage");
        byte[] ones = new byte[signature.length];
        Arrays.fill(ones, (byte) 0xff);
        assertRefused(keys, content, ones, "one-bits");
        // A sequence of two zeros, which a careless ECDSA takes for everybody's signature on everything.
        assertRefused(keys, content, Hex.bytes("3006020100020100"), "r and s of zero");
    }

    @Test
    void onlyReadsItsInputs() throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] content = Sample.bytes(1, 130);
        Lent lent = new Lent().array("content", content);
        byte[] signature = part().sign(keys.getPrivate(), content, random);
        lent.assertUnchanged(name() + ": sign()");
        lent.array("signature", signature);
        part().verify(keys.getPublic(), content, signature);
        lent.assertUnchanged(name() + ": verify()");
    }

    @Test
    void refusesToSignWithAKeyOfAnUnknownAlgorithm() {
        assertThatThrownBy(
                        () -> part().sign(new AlienKey(), new byte[10], random),
                        "%s: sign() with a key that can't be used",
                        name())
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void knowsCertificatesThatWereSignedWithIt() {
        for (Certificate certificate : certificates()) {
            boolean own = certificateSignature()
                    .filter(certificate.signature()::equals)
                    .isPresent();
            assertThat(part().signed(certificate.certificate()))
                    .as(
                            "%s: signed() of a certificate signed with %s: the algorithm identifier with its parameters"
                                    + " tells, and certificateSignature() says what the contract takes for right",
                            name(), certificate.signature())
                    .isEqualTo(own);
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        SignatureScheme shared = part();
        KeyPair keys = keys();
        Parallel.run(thread -> {
            for (int i = 0; i < 4; i++) {
                byte[] content = Sample.bytes(10 * thread + i, 130);
                byte[] signature = shared.sign(keys.getPrivate(), content, random);
                assertThat(shared.verify(keys.getPublic(), content, signature))
                        .as("%s: signature %d", name(), i)
                        .isTrue();
            }
        });
    }

    /** The server signs with {@link #keys()}; the certificate is signed by the kit and read as the core reads it. */
    @Test
    void carriesConnections() {
        KeyPair keys = keys();
        Composition composition = new Composition().scheme(part(), keys);
        for (ProtocolVersion version : part().versions()) {
            ConnectionInfo info = new Rehearsal(name(), composition).completes(version);
            assertThat(info.peerScheme().map(SignatureScheme::name))
                    .as("%s: the scheme of a connection of %s", name(), version)
                    .contains(name());
        }
    }

    @Override
    final String wanted() {
        return "publicKeyDer (or key), msg and sig";
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.length(KEY) > 0 && vector.has("msg", "sig");
    }

    @Override
    final void check(Vectors.Case vector) throws Exception {
        PublicKey key = publicKey(vector.bytes(KEY));
        boolean right = part().verify(key, vector.bytes("msg"), vector.bytes("sig"));
        if (vector.mustWork())
            assertThat(right).as("verify() of a valid signature").isTrue();
        if (vector.mustFail())
            assertThat(right).as("verify() of an invalid signature").isFalse();
    }

    private void assertRefused(KeyPair keys, byte[] content, byte[] signature, String what) {
        boolean[] right = new boolean[1];
        assertThatCode(() -> right[0] = part().verify(keys.getPublic(), content, signature))
                .as("%s: verify() of %s answers false and throws nothing", name(), what)
                .doesNotThrowAnyException();
        assertThat(right[0]).as("%s: verify() of %s", name(), what).isFalse();
    }

    private record Certificate(CertificateSignature signature, X509Certificate certificate) {}

    private static List<Certificate> certificates() {
        List<Certificate> certificates = new ArrayList<>();
        for (CertificateSignature signature : CertificateSignature.values()) {
            KeyKind kind = Arrays.stream(KeyKind.values())
                    .filter(signature::fits)
                    .findFirst()
                    .orElseThrow();
            Request request =
                    Request.server("localhost").key(kind, SampleKeys.of(kind)).signedWith(signature);
            certificates.add(
                    new Certificate(signature, Authority.selfSigned(request).certificate()));
        }
        return certificates;
    }
}
