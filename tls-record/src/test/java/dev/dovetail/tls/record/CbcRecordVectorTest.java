package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of the files beside this class: good ones, and every kind of bad padding and bad MAC. */
class CbcRecordVectorTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("aes_128_cbc_sha1_tls_tests.txt", JdkCbc.aes128(), JdkMac.sha1()),
                Arguments.of("aes_128_cbc_sha256_tls_tests.txt", JdkCbc.aes128(), JdkMac.sha256()),
                Arguments.of("des_ede3_cbc_sha1_tls_tests.txt", JdkCbc.tripleDes(), JdkMac.sha1()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void opensTheGoodOnesAndRefusesTheBad(String file, CbcCipher cipher, Mac mac) throws IOException {
        int opened = 0;
        int refused = 0;
        for (Vector vector : read(file)) {
            byte[] record = vector.record();
            byte[] out = new byte[record.length];
            try (TrafficKeys keys = vector.keys(cipher, mac);
                    Tls12CbcRead read = new Tls12CbcRead(cipher, mac, keys)) {
                if (vector.fails()) {
                    refused++;
                    Wire.refused(
                            RECORD_NOT_AUTHENTIC, () -> read.open(vector.sequence(), record, 0, record.length, out, 0));
                    assertThat(out).containsOnly(0);
                } else {
                    opened++;
                    int length = read.open(vector.sequence(), record, 0, record.length, out, 0);
                    assertThat(Arrays.copyOf(out, length)).isEqualTo(vector.bytes("IN"));
                    assertThat(read.contentType()).isEqualTo(vector.bytes("AD")[8] & 0xff);
                }
            }
        }
        assertThat(opened).isEqualTo(165);
        assertThat(refused).isEqualTo(259);
    }

    @ParameterizedTest
    @MethodSource("files")
    void sealsTheOnesWithMinimalPaddingByteForByte(String file, CbcCipher cipher, Mac mac) throws IOException {
        int sealed = 0;
        for (Vector vector : read(file)) {
            if (vector.has("NO_SEAL")) continue;
            sealed++;
            byte[] in = vector.bytes("IN");
            byte[] record = vector.record();
            byte[] out = new byte[record.length];
            try (TrafficKeys keys = vector.keys(cipher, mac);
                    Tls12CbcWrite write =
                            new Tls12CbcWrite(cipher, mac, keys, new Repeating(vector.startOfCount(cipher)))) {
                int type = record[0] & 0xff;
                assertThat(write.prepare(type, in.length, 16384)).isEqualTo(record.length);
                write.seal(vector.sequence(), type, RecordHeader.version(record, 0), in, 0, in.length, out, 0);
                assertThat(out).isEqualTo(record);
            }
        }
        assertThat(sealed).isEqualTo(100);
    }

    private static List<Vector> read(String file) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        try (InputStream in = CbcRecordVectorTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII) + "\n\n";
            for (String line : text.lines().toList()) {
                if (line.isBlank() && !fields.isEmpty()) {
                    vectors.add(new Vector(Map.copyOf(fields)));
                    fields.clear();
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] pair = line.split(":", 2);
                    fields.put(pair[0], pair[1].strip());
                }
            }
        }
        return vectors;
    }

    private record Vector(Map<String, String> fields) {

        boolean has(String name) {
            return fields.containsKey(name);
        }

        boolean fails() {
            return has("FAILS");
        }

        byte[] bytes(String name) {
            return HexFormat.of().parseHex(fields.get(name));
        }

        TrafficKeys keys(CbcCipher cipher, Mac mac) {
            byte[] key = bytes("KEY");
            return new TrafficKeys(
                    Secret.copyOf(key, 0, mac.keyLength()),
                    Secret.copyOf(key, mac.keyLength(), cipher.keyLength()),
                    Secret.of(new byte[0]));
        }

        /** Where blocks are long the first IV is the encrypted start: so this start makes the vector's. */
        byte[] startOfCount(CbcCipher cipher) {
            byte[] iv = bytes("NONCE");
            if (iv.length < 16) return iv;
            byte[] start = new byte[iv.length];
            byte[] zeros = new byte[iv.length];
            byte[] keys = bytes("KEY");
            try (Secret key = Secret.copyOf(keys, keys.length - cipher.keyLength(), cipher.keyLength());
                    CbcCipher.Transform decryptor = cipher.decryptor(key)) {
                decryptor.transform(zeros, 0, iv, 0, iv.length, start, 0);
            }
            return start;
        }

        long sequence() {
            return ByteBuffer.wrap(bytes("AD")).getLong();
        }

        /** Type and version of the additional data, the IV, and the ciphertext in its two parts. */
        byte[] record() {
            byte[] fragment = HexFormat.of().parseHex(fields.get("NONCE") + fields.get("CT") + fields.get("TAG"));
            byte[] additional = bytes("AD");
            return Wire.record(additional[8] & 0xff, (additional[9] & 0xff) << 8 | additional[10] & 0xff, fragment);
        }
    }

    /** Random bytes that are known. */
    private static final class Repeating extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Repeating(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] out) {
            for (int i = 0; i < out.length; i++) out[i] = bytes[i % bytes.length];
        }
    }
}
