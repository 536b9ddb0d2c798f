package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.testparts.JdkHash;
import dev.dovetail.tls.handshake.testparts.TestBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PRF's known answers (RFC 5246 5). */
class Prf12VectorTest {

    private static final Map<String, JdkHash> HASHES = Map.of(
            "SHA-256", JdkHash.sha256(),
            "SHA-384", JdkHash.sha384(),
            "SHA-512", JdkHash.sha512());

    record Vector(JdkHash hash, Map<String, String> values) {

        byte[] bytes(String name) {
            return TestBytes.hex(values.get(name));
        }

        @Override
        public String toString() {
            return hash.name();
        }
    }

    static Stream<Vector> vectors() {
        String file = new String(TestBytes.resource(Prf12VectorTest.class, "tls12_prf.vec"), StandardCharsets.UTF_8);
        return Arrays.stream(file.split("\\[TLS-12-PRF\\(HMAC\\("))
                .filter(section -> !section.isBlank())
                .map(section -> new Vector(HASHES.get(section.substring(0, 7)), values(section)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void derivesWhatIsKnown(Vector vector) {
        // The vectors join label and seed; which of both a byte belongs to makes no difference.
        String label = new String(vector.bytes("Label"), StandardCharsets.US_ASCII);
        byte[] expected = vector.bytes("Output");
        try (Secret key = Secret.of(vector.bytes("Secret"));
                Secret derived = new Prf12(vector.hash()).derive(key, label, vector.bytes("Salt"), expected.length)) {
            assertThat(TestBytes.of(derived)).isEqualTo(expected);
        }
    }

    private static Map<String, String> values(String section) {
        return section.lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.split(" = "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
