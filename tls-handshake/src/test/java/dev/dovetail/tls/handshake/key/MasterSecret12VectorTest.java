package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.testparts.JdkHash;
import dev.dovetail.tls.handshake.testparts.JdkMac;
import dev.dovetail.tls.handshake.testparts.LengthOnlyCbc;
import dev.dovetail.tls.handshake.testparts.TestBytes;
import dev.dovetail.tls.handshake.testparts.TestSuites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NIST's answers for the extended master secret and the key block (RFC 7627 4, RFC 5246 6.3). */
class MasterSecret12VectorTest {

    private static final Map<String, JdkHash> HASHES = Map.of(
            "SHA2-256", JdkHash.sha256(),
            "SHA2-384", JdkHash.sha384(),
            "SHA2-512", JdkHash.sha512());

    record Vector(JdkHash hash, JsonNode input, JsonNode expected) {

        byte[] in(String name) {
            return TestBytes.hex(input.get(name).asText());
        }

        byte[] out(String name) {
            return TestBytes.hex(expected.get(name).asText());
        }

        @Override
        public String toString() {
            return hash.name() + " " + input.get("tcId");
        }
    }

    static List<Vector> vectors() throws IOException {
        Map<Integer, JsonNode> expected = new HashMap<>();
        for (JsonNode group : groups("TLS12.expected.json")) {
            for (JsonNode test : group.get("tests"))
                expected.put(test.get("tcId").asInt(), test);
        }
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode group : groups("TLS12.vectors.json")) {
            JdkHash hash = HASHES.get(group.get("hashAlg").asText());
            for (JsonNode test : group.get("tests")) {
                vectors.add(new Vector(hash, test, expected.get(test.get("tcId").asInt())));
            }
        }
        return vectors;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void derivesMasterSecretAndKeyBlock(Vector vector) {
        // 2 * (48 + 16) bytes: as long as the vectors' key blocks.
        UsableSuite suite = TestSuites.mac12(new LengthOnlyCbc(16), JdkMac.sha384(), vector.hash());
        try (Secret premaster = Secret.of(vector.in("preMasterSecret"));
                MasterSecret12 master = MasterSecret12.extended(
                        vector.hash(),
                        premaster,
                        vector.in("sessionHash"),
                        vector.in("clientRandom"),
                        vector.in("serverRandom"));
                KeyBlock12 keys = master.keys(suite)) {
            assertThat(TestBytes.of(master.secret())).isEqualTo(vector.out("masterSecret"));
            assertThat(joined(
                            keys.client().macKey(),
                            keys.server().macKey(),
                            keys.client().key(),
                            keys.server().key()))
                    .isEqualTo(vector.out("keyBlock"));
        }
    }

    private static byte[] joined(Secret... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Secret part : parts) all.writeBytes(TestBytes.of(part));
        return all.toByteArray();
    }

    private static JsonNode groups(String file) throws IOException {
        byte[] json = TestBytes.resource(MasterSecret12VectorTest.class, file);
        return new ObjectMapper().readTree(json).get(1).get("testGroups");
    }
}
