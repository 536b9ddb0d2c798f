package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.testkit.Wycheproof;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wycheproof's ECDH over encoded points; whatever is not a point in uncompressed form has to be refused. */
class AccpGroupsVectorTest {

    private static final Map<String, AccpGroup> GROUPS = Map.of(
            "secp256r1", new AccpSecp256r1(),
            "secp384r1", new AccpSecp384r1(),
            "secp521r1", new AccpSecp521r1());

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            secp256r1, 355, 330
            secp384r1, 790, 771
            secp521r1, 661, 632
            """)
    void agrees(String curve, int vectors, int valid) {
        Wycheproof file =
                Wycheproof.load(AccpGroupsVectorTest.class, "/wycheproof/ecdh_" + curve + "_ecpoint_test.json");
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(valid);
        file.verify(vectors, vector -> {
            try (Initiator own = pair(curve, new BigInteger(1, vector.bytes("private")))) {
                if (vector.isValid()) assertAgrees(own, vector);
                // The one that is acceptable is compressed, which TLS no longer has (RFC 8422 5.1.2).
                else assertRefuses(own, vector);
            }
        });
    }

    private static Initiator pair(String curve, BigInteger scalar) throws GeneralSecurityException {
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec(curve));
        ECPrivateKeySpec key = new ECPrivateKeySpec(scalar, named.getParameterSpec(ECParameterSpec.class));
        // The share of the pair is not looked at.
        return new AccpPair(
                GROUPS.get(curve), KeyFactory.getInstance("EC", Accp.provider()).generatePrivate(key), new byte[0]);
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
}
