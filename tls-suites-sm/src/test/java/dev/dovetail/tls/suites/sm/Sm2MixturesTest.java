package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and signatures that are the JDK's business, beside others that are not. */
final class Sm2MixturesTest {

    private static final Authority SM2_ROOT = Sm2Party.ROOT;
    private static final Request SERVER = Request.server(Sm2Party.NAME);

    @ParameterizedTest
    @CsvSource({"RSA, 768", "RSA, 1024", "RSA, 2047", "RSASSA-PSS, 1024", "DSA, 1024"})
    void refusesShortKeysUnderARootThatTheJdkCannotRead(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        refusesShort(generator.generateKeyPair(), bits);
    }

    @Test
    void refusesShortCurvesUnderARootThatTheJdkCannotRead() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec("secp192r1"));
        refusesShort(generator.generateKeyPair(), 192);
    }

    private static void refusesShort(KeyPair keys, int bits) throws Exception {
        TlsFault fault = refusal(
                        SM2_ROOT,
                        SM2_ROOT.issue(SERVER.key(KeyKind.RSA_2048, keys)).chain(),
                        new Sm2SigSm3())
                .orElseThrow();
        assertThat(fault.fault()).as(fault.detail()).isEqualTo(Fault.CERTIFICATE_INVALID);
        assertThat(fault.detail()).contains(Sm2Party.NAME, bits + " bits");
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048", "RSASSA_PSS_2048", "DSA_2048", "EC_P256", "ED25519"})
    void acceptsUsualKeysUnderARootThatTheJdkCannotRead(KeyKind kind) throws Exception {
        assertThat(refusal(SM2_ROOT, SM2_ROOT.issue(SERVER.key(kind)).chain(), new Sm2SigSm3()))
                .isEmpty();
    }

    /** A signature that the JDK finds wrong is wrong, whatever a plug-in makes of it. */
    @ParameterizedTest
    @CsvSource({"EC_P256", "EC_P521", "ED25519", "DSA_2048", "RSA_2048"})
    void asksNoSchemeAboutSignaturesThatTheJdkKnows(KeyKind kind) throws Exception {
        Authority trusted = Authority.create("Usual Root", kind);
        X509Certificate forged =
                Authority.create("Usual Root", kind).issue(SERVER).certificate();
        refusesForged(trusted, forged);
        byte[] malformed = forged.getEncoded();
        malformed[malformed.length - forged.getSignature().length] ^= 1;
        refusesForged(trusted, new CertificateReader(List.of()).read(malformed));
    }

    private static void refusesForged(Authority trusted, X509Certificate forged) throws Exception {
        assertThat(refusal(trusted, List.of(forged), new Gullible()))
                .hasValueSatisfying(fault ->
                        assertThat(fault.fault()).isIn(Fault.CERTIFICATE_INVALID, Fault.CERTIFICATE_UNTRUSTED));
    }

    private static Optional<TlsFault> refusal(Authority root, List<X509Certificate> chain, SignatureScheme scheme)
            throws Exception {
        X509Certificate leaf =
                new CertificateReader(List.of(scheme)).read(chain.get(0).getEncoded());
        PeerCertificates peer = new PeerCertificates(
                List.of(leaf),
                Role.SERVER,
                Optional.of(Sm2Party.NAME),
                ProtocolVersion.TLS_1_3,
                false,
                List.of(),
                List.of(scheme));
        return PkixVerifier.trusting(List.of(root.certificate()))
                .verify(peer)
                .toCompletableFuture()
                .join()
                .refusal();
    }

    /** Believes every signature. */
    private static final class Gullible extends AnyEcdsa {
        @Override
        public boolean fits(PublicKey key, ProtocolVersion version) {
            return true;
        }

        @Override
        public boolean signed(X509Certificate certificate) {
            return true;
        }

        @Override
        public boolean verify(PublicKey key, byte[] content, byte[] bytes) {
            return true;
        }
    }
}
