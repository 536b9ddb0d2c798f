package dev.dovetail.tls.signatures;

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
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wycheproof's signatures, through every implementation of the scheme. Nothing may throw, whatever the signature. With SHA-1
 * no vectors are here: rsa_pkcs1_sha1 and ecdsa_sha1 have the contract's tests only.
 */
class SignatureVectorTest {

    /** Makes the key of a vector. */
    private interface Keys {
        PublicKey of(Wycheproof.Vector vector) throws GeneralSecurityException;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ecdsa_secp256r1_sha256, 484, 174
            ecdsa_secp384r1_sha384, 504, 194
            ecdsa_secp521r1_sha512, 542, 232
            """)
    void verifiesEcdsa(String scheme, int vectors, int valid) {
        assertThat(Schemes.of(scheme)).hasSize(2);
        verify(scheme, scheme, vectors, valid, vector -> encoded("EC", vector));
    }

    @ParameterizedTest
    @CsvSource({"ed25519, 151, 88", "ed448, 87, 17"})
    void verifiesEdwardsCurves(String scheme, int vectors, int valid) {
        assertThat(Schemes.of(scheme)).hasSize(2);
        verify(scheme, scheme, vectors, valid, vector -> encoded("EdDSA", vector));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rsa_pkcs1_sha256, rsa_signature_2048_sha256, 259, 9
            rsa_pkcs1_sha384, rsa_signature_2048_sha384, 258, 7
            rsa_pss_rsae_sha256, rsa_pss_2048_sha256_mgf1_32, 108, 63
            rsa_pss_rsae_sha384, rsa_pss_2048_sha384_mgf1_48, 141, 95
            rsa_pss_rsae_sha512, rsa_pss_4096_sha512_mgf1_64, 179, 132
            """)
    void verifiesRsa(String scheme, String file, int vectors, int valid) {
        verify(scheme, file, vectors, valid, vector -> encoded("RSA", vector));
    }

    /** A part of Wycheproof's file, so none of those that are left undecided. */
    @Test
    void verifiesRsaWithSha512() throws GeneralSecurityException {
        RsaPkcs1Sha512 scheme = new RsaPkcs1Sha512();
        Wycheproof file = Wycheproof.load(SignatureVectorTest.class, "/wycheproof/rsa_signature_2048_sha512_some.json");
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(7);
        file.verify(
                9,
                vector -> assertThat(scheme.verify(encoded("RSA", vector), vector.bytes("msg"), vector.bytes("sig")))
                        .isEqualTo(vector.isValid()));
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

    /** TLS 1.2 does not tie the scheme to a curve, and BouncyCastle has more of them than the JDK. */
    @Test
    void verifiesEcdsaOnACurveThatTheJdkDoesNotHave() throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC", new BouncyCastleProvider());
        SignatureScheme scheme = new BouncyCastleEcdsaSecp256r1Sha256();
        Wycheproof file = file("ecdsa_brainpoolP256r1_sha256");
        file.verify(485, vector -> {
            PublicKey key =
                    keys.generatePublic(new X509EncodedKeySpec(vector.group().bytes("publicKeyDer")));
            assertThat(scheme.fits(key, ProtocolVersion.TLS_1_2)).isTrue();
            assertThat(scheme.fits(key, ProtocolVersion.TLS_1_3)).isFalse();
            assertThat(scheme.verify(key, vector.bytes("msg"), vector.bytes("sig")))
                    .isEqualTo(vector.isValid());
        });
    }

    /**
     * The JDK 17 refuses a signature whose point has an x of the order or more, which a signer meets once in 2^128 times:
     * a flaw that harms nobody.
     */
    private static final Set<String> LARGE_X = Set.of(
            "k*G has a large x-coordinate",
            "r = 3, x = n + 3 is the smallest possible x with a reduction",
            "r = 2, x = n + 2 is the smallest possible x with a reduction",
            "r = 1, x = n + 1 is the smallest possible x with a reduction");

    private static void verify(String scheme, String name, int vectors, int valid, Keys keys) {
        Wycheproof file = file(name);
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(valid);
        for (SignatureScheme one : Schemes.of(scheme)) {
            file.verify(vectors, vector -> {
                PublicKey key = keys.of(vector);
                assertThat(one.fits(key, ProtocolVersion.TLS_1_3)).isTrue();
                boolean verified = one.verify(key, vector.bytes("msg"), vector.bytes("sig"));
                if (!undecided(one, vector)) assertThat(verified).as("%s", one).isEqualTo(vector.isValid());
            });
            long undecided = file.vectors().stream()
                    .filter(vector -> undecided(one, vector))
                    .count();
            assertThat(undecided).isEqualTo(expectedUndecided(one));
        }
    }

    private static boolean undecided(SignatureScheme scheme, Wycheproof.Vector vector) {
        // RFC 8017 A.2.4: the NULL in a DigestInfo should be there, and may be missed.
        if (vector.result() == Wycheproof.Result.ACCEPTABLE)
            return vector.flags().contains("MissingNull");
        return scheme instanceof JdkEcdsa && vector.isValid() && LARGE_X.contains(vector.comment());
    }

    private static int expectedUndecided(SignatureScheme scheme) {
        if (scheme instanceof JdkEcdsa) return 2;
        return scheme instanceof RsaPkcs1Scheme ? 1 : 0;
    }

    private static PublicKey encoded(String algorithm, Wycheproof.Vector vector) throws GeneralSecurityException {
        return factory(algorithm)
                .generatePublic(new X509EncodedKeySpec(vector.group().bytes("publicKeyDer")));
    }

    private static KeyFactory factory(String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Wycheproof file(String name) {
        return Wycheproof.load(SignatureVectorTest.class, "/wycheproof/" + name + "_test.json");
    }
}
