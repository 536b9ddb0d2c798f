package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.testkit.Wycheproof;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wycheproof's signatures with keys of the JDK, as certificates bring them. Nothing may throw, whatever the signature. */
class AccpSignatureVectorTest {

    private static final List<SignatureScheme> SCHEMES = List.of(
            new AccpEcdsaSecp256r1Sha256(),
            new AccpEcdsaSecp384r1Sha384(),
            new AccpEcdsaSecp521r1Sha512(),
            new AccpEd25519(),
            new AccpRsaPkcs1Sha256(),
            new AccpRsaPkcs1Sha384(),
            new AccpRsaPssRsaeSha256(),
            new AccpRsaPssRsaeSha384(),
            new AccpRsaPssRsaeSha512(),
            new AccpRsaPssPssSha256(),
            new AccpRsaPssPssSha384(),
            new AccpRsaPssPssSha512());

    /** Makes the key of a vector. */
    private interface Keys {
        PublicKey of(Wycheproof.Vector vector) throws GeneralSecurityException;
    }

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ecdsa_secp256r1_sha256, ecdsa_secp256r1_sha256, EC, 484, 174
            ecdsa_secp384r1_sha384, ecdsa_secp384r1_sha384, EC, 504, 194
            ecdsa_secp521r1_sha512, ecdsa_secp521r1_sha512, EC, 542, 232
            ed25519, ed25519, EdDSA, 151, 88
            rsa_pkcs1_sha256, rsa_signature_2048_sha256, RSA, 259, 9
            rsa_pkcs1_sha384, rsa_signature_2048_sha384, RSA, 258, 7
            rsa_pss_rsae_sha256, rsa_pss_2048_sha256_mgf1_32, RSA, 108, 63
            rsa_pss_rsae_sha384, rsa_pss_2048_sha384_mgf1_48, RSA, 141, 95
            rsa_pss_rsae_sha512, rsa_pss_4096_sha512_mgf1_64, RSA, 179, 132
            """)
    void verifies(String scheme, String file, String algorithm, int vectors, int valid) {
        KeyFactory keys = factory(algorithm);
        verify(
                scheme,
                file,
                vectors,
                valid,
                vector -> keys.generatePublic(
                        new X509EncodedKeySpec(vector.group().bytes("publicKeyDer"))));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rsa_pss_pss_sha256, rsa_pss_2048_sha256_mgf1_32, 108, 63
            rsa_pss_pss_sha384, rsa_pss_2048_sha384_mgf1_48, 141, 95
            rsa_pss_pss_sha512, rsa_pss_4096_sha512_mgf1_64, 179, 132
            """)
    void verifiesRsaWithAKeyForPssAlone(String scheme, String file, int vectors, int valid) {
        KeyFactory keys = factory("RSASSA-PSS");
        verify(scheme, file, vectors, valid, vector -> {
            BigInteger modulus = new BigInteger(1, vector.group().bytes("publicKey", "modulus"));
            BigInteger exponent = new BigInteger(1, vector.group().bytes("publicKey", "publicExponent"));
            return keys.generatePublic(new RSAPublicKeySpec(modulus, exponent));
        });
    }

    private static void verify(String name, String resource, int vectors, int valid, Keys keys) {
        SignatureScheme scheme = SCHEMES.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Wycheproof file = Wycheproof.load(AccpSignatureVectorTest.class, "/wycheproof/" + resource + "_test.json");
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(valid);
        file.verify(vectors, vector -> {
            PublicKey key = keys.of(vector);
            assertThat(scheme.fits(key, ProtocolVersion.TLS_1_3)).isTrue();
            // Where Wycheproof calls it acceptable, the NULL in a DigestInfo is missing (RFC 8017 A.2.4): refused here.
            assertThat(scheme.verify(key, vector.bytes("msg"), vector.bytes("sig")))
                    .isEqualTo(vector.isValid());
        });
    }

    private static KeyFactory factory(String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
