package dev.dovetail.tls.suites.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cipher's part in whole records of 3DES: content and MAC stand at the front of what comes out. */
class TripleDesRecordVectorTest {

    private static final String FILE = "/cbc-mac-then-encrypt/des_ede3_cbc_sha1_some.txt";
    private static final int MAC = 20;

    /** A record that has not been damaged on purpose. */
    private record Line(byte[] key, byte[] iv, byte[] content, byte[] mac, byte[] encrypted) {}

    private static Stream<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (String line : text().split("\n", -1)) {
            String[] parts = line.replaceFirst("^# DIGEST", "DIGEST").split(": ?", 2);
            if (parts.length == 2 && !line.startsWith("# Test")) values.put(parts[0], parts[1]);
            if (!line.isEmpty() || !values.containsKey("CT")) continue;
            if (!values.containsKey("FAILS")) lines.add(line(values));
            values.clear();
        }
        return lines.stream();
    }

    private static Line line(Map<String, String> values) {
        byte[] keys = Hex.bytes(values.get("KEY"));
        return new Line(
                Arrays.copyOfRange(keys, MAC, keys.length),
                Hex.bytes(values.get("NONCE")),
                Hex.bytes(values.get("IN")),
                Hex.bytes(values.get("DIGEST")),
                Hex.bytes(values.get("CT"), values.get("TAG")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void decryptsAndEncryptsRecords(Line line) {
        byte[] out = new byte[line.encrypted().length];
        try (Secret key = Secret.of(line.key().clone());
                CbcCipher.Transform decryptor = new TripleDesEdeCbc().decryptor(key);
                CbcCipher.Transform encryptor = new TripleDesEdeCbc().encryptor(key)) {
            decryptor.transform(line.iv(), 0, line.encrypted(), 0, out.length, out, 0);
            int content = line.content().length;
            assertThat(Arrays.copyOf(out, content)).isEqualTo(line.content());
            assertThat(Arrays.copyOfRange(out, content, content + MAC)).isEqualTo(line.mac());
            encryptor.transform(line.iv(), 0, out, 0, out.length, out, 0);
            assertThat(out).isEqualTo(line.encrypted());
        }
    }

    private static String text() throws IOException {
        try (InputStream in = TripleDesRecordVectorTest.class.getResourceAsStream(FILE)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
