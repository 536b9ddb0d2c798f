package dev.dovetail.tls.signatures;

import static dev.dovetail.tls.api.ProtocolVersion.TLS_1_2;
import static dev.dovetail.tls.api.ProtocolVersion.TLS_1_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemesTest {

    private static List<SignatureScheme> all() {
        return Schemes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRegisteredAtIana(SignatureScheme scheme) throws IOException {
        try (InputStream in = SchemesTest.class.getResourceAsStream("/iana/signature-schemes.2023-06.csv")) {
            assertThat(in).isNotNull();
            String line = "0x%04X,%s,%s,"
                    .formatted(scheme.code(), scheme.name(), scheme.traits().contains(Trait.RECOMMENDED) ? "Y" : "N");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .anyMatch(registered -> registered.startsWith(line));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void signsHandshakesWhereItMay(SignatureScheme scheme) {
        boolean olderOnly =
                scheme.name().startsWith("rsa_pkcs1") || scheme.name().endsWith("sha1");
        assertThat(scheme.versions().contains(TLS_1_3)).isEqualTo(!olderOnly);
        assertThat(scheme.versions()).contains(TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void servesTheSuitesOfItsKeys(SignatureScheme scheme) {
        assertThat(scheme.authentication()).isEqualTo(scheme.name().startsWith("rsa") ? "RSA" : "ECDSA");
    }

    /** RFC 5246 7.4.4 rsa_sign, RFC 8422 5.5 ecdsa_sign. */
    @ParameterizedTest
    @MethodSource("all")
    void namesTheKindOfItsKeys(SignatureScheme scheme) {
        assertThat(scheme.clientCertificateType()).hasValue(scheme.name().startsWith("rsa") ? 1 : 64);
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsSha1OutOfTheDefaults(SignatureScheme scheme) {
        assertThat(scheme.traits()).containsExactly(scheme.name().endsWith("sha1") ? Trait.LEGACY : Trait.RECOMMENDED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void verifiesWhatEveryImplementationSigned(SignatureScheme scheme) throws GeneralSecurityException {
        KeyPair pair = Keys.of(scheme);
        byte[] content = scheme.name().getBytes(StandardCharsets.US_ASCII);
        for (SignatureScheme other : Schemes.of(scheme.name())) {
            byte[] signature = other.sign(pair.getPrivate(), content, new SecureRandom());
            assertThat(scheme.verify(pair.getPublic(), content, signature)).isTrue();
            assertThat(scheme.verify(pair.getPublic(), new byte[1], signature)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesNoKeyOfAnotherKind(SignatureScheme scheme) {
        List<KeyPair> keys = List.of(
                Keys.secp256r1(),
                Keys.ec("secp384r1"),
                Keys.ec("secp521r1"),
                Keys.edwards("Ed25519"),
                Keys.edwards("Ed448"),
                Keys.rsa(2048),
                Keys.pss(2048));
        for (KeyPair pair : keys) {
            boolean own = pair == Keys.of(scheme);
            boolean anyCurve = scheme.name().startsWith("ecdsa")
                    && pair.getPublic().getAlgorithm().equals("EC");
            boolean free = scheme.name().equals("ecdsa_sha1") && anyCurve;
            assertThat(scheme.fits(pair.getPublic(), TLS_1_3)).isEqualTo(own || free);
            assertThat(scheme.fits(pair.getPublic(), TLS_1_2)).isEqualTo(own || anyCurve);
            assertThat(scheme.verify(pair.getPublic(), new byte[1], new byte[64]))
                    .isFalse();
        }
    }

    /** RFC 8422 5.10: in TLS 1.2 the curve of the certificate is negotiated by supported_groups. */
    @Test
    void signsOnAnyCurveInTls12() throws GeneralSecurityException {
        KeyPair pair = Keys.ec("secp521r1");
        byte[] content = {1, 2, 3};
        for (SignatureScheme signer : Schemes.of("ecdsa_secp256r1_sha256")) {
            byte[] signature = signer.sign(pair.getPrivate(), content, new SecureRandom());
            for (SignatureScheme verifier : Schemes.of("ecdsa_secp256r1_sha256")) {
                assertThat(verifier.verify(pair.getPublic(), content, signature))
                        .isTrue();
            }
        }
    }

    @Test
    void refusesRsaKeysWithoutRoomForTheHash() {
        KeyPair small = Keys.rsa(512);
        assertThat(new RsaPkcs1Sha256().fits(small.getPublic(), TLS_1_2)).isTrue();
        // 64 bytes: 11 + 19 + 48 do not go in, nor do 2 * 32 + 2 of PSS.
        assertThat(new RsaPkcs1Sha384().fits(small.getPublic(), TLS_1_2)).isFalse();
        assertThat(new RsaPssRsaeSha256().fits(small.getPublic(), TLS_1_2)).isFalse();
        assertThat(new RsaPssRsaeSha256().fits(Keys.rsa(1024).getPublic(), TLS_1_2))
                .isTrue();
        // 128 bytes: 2 * 64 + 2 of PSS do not go in.
        assertThat(new RsaPssRsaeSha512().fits(Keys.rsa(1024).getPublic(), TLS_1_2))
                .isFalse();
        assertThatThrownBy(() -> new RsaPssRsaeSha256().sign(small.getPrivate(), new byte[1], new SecureRandom()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void keepsToWhatAPssKeyAllows() {
        assertThat(new RsaPssPssSha256()
                        .fits(Keys.restricted("SHA-256", "SHA-256", 32).getPublic(), TLS_1_3))
                .isTrue();
        assertThat(new RsaPssPssSha256()
                        .fits(Keys.restricted("SHA-256", "SHA-256", 20).getPublic(), TLS_1_3))
                .isTrue();
        assertThat(new RsaPssPssSha256()
                        .fits(Keys.restricted("SHA-256", "SHA-256", 33).getPublic(), TLS_1_3))
                .isFalse();
        assertThat(new RsaPssPssSha384()
                        .fits(Keys.restricted("SHA-256", "SHA-256", 32).getPublic(), TLS_1_3))
                .isFalse();
        assertThat(new RsaPssPssSha256()
                        .fits(Keys.restricted("SHA-256", "SHA-1", 32).getPublic(), TLS_1_3))
                .isFalse();
    }

    @Test
    void prefersBouncyCastleAndTheUsualOrder() {
        Catalog catalog = Catalog.of(all().toArray());
        assertThat(catalog.problems()).isEmpty();
        assertThat(Selection.modern(catalog).verifying())
                .extracting(SignatureScheme::name)
                .containsExactly(
                        "ecdsa_secp256r1_sha256",
                        "ed25519",
                        "rsa_pss_rsae_sha256",
                        "ecdsa_secp384r1_sha384",
                        "rsa_pss_rsae_sha384",
                        "ecdsa_secp521r1_sha512",
                        "ed448",
                        "rsa_pss_rsae_sha512",
                        "rsa_pss_pss_sha256",
                        "rsa_pss_pss_sha384",
                        "rsa_pss_pss_sha512",
                        "rsa_pkcs1_sha256",
                        "rsa_pkcs1_sha384",
                        "rsa_pkcs1_sha512");
        assertThat(catalog.signatureSchemes())
                .containsAll(Schemes.BOUNCY_CASTLE)
                .containsAll(Schemes.RSA);
    }

    @Test
    void leavesItToTheJdkWhereBouncyCastleIsMissing() {
        Catalog catalog = Catalog.of(Schemes.JDK.toArray());
        assertThat(catalog.signatureSchemes()).containsExactlyInAnyOrderElementsOf(Schemes.JDK);
    }
}
