package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.testkit.Wycheproof;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wycheproof's ECDH over encoded points; whatever is not a point in uncompressed form has to be refused. */
class PrimeGroupsVectorTest {

    private static final String FILES = """
            secp256r1, 355, 330
            secp384r1, 790, 771
            secp521r1, 661, 632
            """;

    /** Makes a pair of a given private key. */
    private interface Pairs {
        Initiator of(BigInteger scalar) throws GeneralSecurityException;
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void agreesOverBouncyCastle(String curve, int vectors, int valid) {
        BouncyCastlePrimeGroup group = bouncyCastle(curve);
        verify(curve, vectors, valid, group::pair);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void agreesOverTheJdk(String curve, int vectors, int valid) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        ECPublicKey any = (ECPublicKey) generator.generateKeyPair().getPublic();
        KeyFactory keys = KeyFactory.getInstance("EC");
        JdkPrimeGroup group = jdk(curve);
        // The share of the pair is not looked at, so any public key will do.
        verify(
                curve,
                vectors,
                valid,
                scalar -> group.pair(
                        new KeyPair(any, keys.generatePrivate(new ECPrivateKeySpec(scalar, any.getParams())))));
    }

    private static void verify(String curve, int vectors, int valid, Pairs pairs) {
        Wycheproof file =
                Wycheproof.load(PrimeGroupsVectorTest.class, "/wycheproof/ecdh_" + curve + "_ecpoint_test.json");
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(valid);
        file.verify(vectors, vector -> {
            try (Initiator own = pairs.of(new BigInteger(1, vector.bytes("private")))) {
                if (vector.isValid()) assertAgrees(own, vector);
                // The one that is acceptable is compressed, which TLS no longer has (RFC 8422 5.1.2).
                else assertRefuses(own, vector);
            }
        });
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

    private static BouncyCastlePrimeGroup bouncyCastle(String curve) {
        return switch (curve) {
            case "secp256r1" -> new BouncyCastleSecp256r1();
            case "secp384r1" -> new BouncyCastleSecp384r1();
            case "secp521r1" -> new BouncyCastleSecp521r1();
            default -> throw new AssertionError(curve);
        };
    }

    private static JdkPrimeGroup jdk(String curve) {
        return switch (curve) {
            case "secp256r1" -> new JdkSecp256r1();
            case "secp384r1" -> new JdkSecp384r1();
            case "secp521r1" -> new JdkSecp521r1();
            default -> throw new AssertionError(curve);
        };
    }
}
