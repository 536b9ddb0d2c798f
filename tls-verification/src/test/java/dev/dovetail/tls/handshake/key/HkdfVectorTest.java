package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.macs.hmac.Sha256;
import dev.dovetail.tls.macs.hmac.Sha384;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** HKDF's answers to Wycheproof's and NIST's questions. */
class HkdfVectorTest {

    /** Those that ask for more than 255 blocks are to be refused (RFC 5869 2.3). */
    @TestFactory
    List<DynamicTest> agreesWithWycheproof() {
        return List.of(
                DynamicTest.dynamicTest("SHA-256", () -> verify("hkdf_sha256_test.json", 86, new Sha256())),
                DynamicTest.dynamicTest("SHA-384", () -> verify("hkdf_sha384_test.json", 83, new Sha384())));
    }

    /** NIST's sample has SHA-224 and SHA-512/256 only, which no plug-in brings. */
    @Test
    void agreesWithNistForHashesThatNoPluginBrings() {
        Acvp acvp = Acvp.load("HKDF");
        assertThat(acvp.questions()).hasSize(10);
        for (Acvp.Question question : acvp.questions()) {
            JsonNode test = question.test();
            byte[] expected = Hex.bytes(
                    question.answer().path("dkm").asText(test.path("dkm").asText()));
            assertThat(question.answer().path("testPassed").asBoolean(true))
                    .as("NIST's sample has no wrong keys")
                    .isTrue();
            JsonNode parameter = test.path("kdfParameter");
            byte[] info = Hex.bytes(party(test.path("fixedInfoPartyU")), party(test.path("fixedInfoPartyV")));
            int length = parameter.path("l").asInt() / 8;
            byte[] derived = derive(
                    hash(question.group()
                            .path("kdfConfiguration")
                            .path("hmacAlg")
                            .asText()),
                    Hex.bytes(parameter.path("salt").asText()),
                    Hex.bytes(parameter.path("z").asText()),
                    info,
                    length);
            assertThat(derived).as("%s", question).isEqualTo(expected);
        }
    }

    private static String party(JsonNode party) {
        return party.path("partyId").asText() + party.path("ephemeralData").asText("");
    }

    private static HashAlgorithm hash(String name) {
        return switch (name) {
            case "SHA2-224" -> new JcaHash("SHA-224", "HmacSHA224");
            case "SHA2-512/256" -> new JcaHash("SHA-512/256", "HmacSHA512/256");
            default -> throw new AssertionError("another hash: " + name);
        };
    }

    private static void verify(String file, int vectors, HashAlgorithm hash) {
        Wycheproof.load(HkdfVectorTest.class, "/wycheproof/" + file).verify(vectors, vector -> {
            byte[] salt = vector.bytes("salt");
            byte[] key = vector.bytes("ikm");
            byte[] info = vector.bytes("info");
            int length = vector.number("size");
            if (vector.isValid()) {
                assertThat(derive(hash, salt, key, info, length)).isEqualTo(vector.bytes("okm"));
            } else {
                assertThatThrownBy(() -> derive(hash, salt, key, info, length))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    private static byte[] derive(HashAlgorithm hash, byte[] salt, byte[] key, byte[] info, int length) {
        Hkdf hkdf = new Hkdf(hash);
        try (Secret saltSecret = Secret.of(salt);
                Secret keySecret = Secret.of(key);
                Secret extracted = hkdf.extract(saltSecret, keySecret);
                Secret expanded = hkdf.expand(extracted, info, length)) {
            return expanded.with(bytes -> bytes.clone());
        }
    }
}
