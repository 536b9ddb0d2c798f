package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Wycheproof's X25519 and X448, and the examples of RFC 7748. */
class MontgomeryGroupsVectorTest {

    /** Makes a pair of a given private key. */
    private interface Pairs {
        Initiator of(byte[] key) throws GeneralSecurityException;
    }

    @Test
    void agreesOnX25519OverBouncyCastle() {
        verify("x25519", 518, 31, 0, new BouncyCastleX25519()::pair);
    }

    @Test
    void agreesOnX448OverBouncyCastle() {
        verify("x448", 510, 11, 12, new BouncyCastleX448()::pair);
    }

    @Test
    void agreesOnX25519OverTheJdk() throws GeneralSecurityException {
        verify("x25519", 518, 31, 0, jdk(new JdkX25519(), NamedParameterSpec.X25519));
    }

    @Test
    void agreesOnX448OverTheJdk() throws GeneralSecurityException {
        verify("x448", 510, 11, 12, jdk(new JdkX448(), NamedParameterSpec.X448));
    }

    /** RFC 7748 6.1. */
    @Test
    void agreesAsAliceAndBobDoOnX25519() throws IllegalShareException {
        assertExchange(
                new BouncyCastleX25519()::pair,
                "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
                "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
                "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
                "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    }

    /** RFC 7748 6.2. */
    @Test
    void agreesAsAliceAndBobDoOnX448() throws IllegalShareException {
        assertExchange(
                new BouncyCastleX448()::pair,
                "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b",
                "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d9bbc836647241d953d40c5b12da88120d53177f80e532c41fa0",
                "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609",
                "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879d");
    }

    private static void assertExchange(
            Function<byte[], Initiator> pairs, String key, String share, String peerShare, String shared)
            throws IllegalShareException {
        try (Initiator own = pairs.apply(Hex.bytes(key));
                Secret secret = own.decapsulate(Hex.bytes(peerShare))) {
            assertThat(own.share()).isEqualTo(Hex.bytes(share));
            assertThat(secret.matches(Hex.bytes(shared))).isTrue();
        }
    }

    private static void verify(String curve, int vectors, int zeros, int invalid, Pairs pairs) {
        Wycheproof file = Wycheproof.load(MontgomeryGroupsVectorTest.class, "/wycheproof/" + curve + "_test.json");
        assertThat(file.vectors().stream().filter(MontgomeryGroupsVectorTest::isZero))
                .hasSize(zeros);
        assertThat(file.vectors().stream().filter(vector -> vector.result() == Wycheproof.Result.INVALID))
                .hasSize(invalid);
        file.verify(vectors, vector -> {
            try (Initiator own = pairs.of(vector.bytes("private"))) {
                // RFC 7748 5 wants u taken modulo p and points of the twist computed with: all but zeros is good.
                if (isZero(vector) || vector.result() == Wycheproof.Result.INVALID) assertRefuses(own, vector);
                else assertAgrees(own, vector);
            }
        });
    }

    private static boolean isZero(Wycheproof.Vector vector) {
        return vector.flags().contains("ZeroSharedSecret");
    }

    private static void assertAgrees(Initiator own, Wycheproof.Vector vector) throws IllegalShareException {
        try (Secret secret = own.decapsulate(vector.bytes("public"))) {
            byte[] bytes = secret.with(byte[]::clone);
            assertThat(bytes).isEqualTo(vector.bytes("shared"));
        }
    }

    private static void assertRefuses(Initiator own, Wycheproof.Vector vector) {
        assertThatThrownBy(() -> own.decapsulate(vector.bytes("public"))).isInstanceOf(IllegalShareException.class);
    }

    private static Pairs jdk(JdkMontgomeryGroup group, NamedParameterSpec curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(curve.getName());
        KeyPair any = generator.generateKeyPair();
        KeyFactory keys = KeyFactory.getInstance(curve.getName());
        // The share of the pair is not looked at, so any public key will do.
        return key -> group.pair(new KeyPair(any.getPublic(), keys.generatePrivate(new XECPrivateKeySpec(curve, key))));
    }
}
