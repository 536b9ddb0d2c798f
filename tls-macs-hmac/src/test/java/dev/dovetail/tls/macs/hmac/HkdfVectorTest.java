package dev.dovetail.tls.macs.hmac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** HKDF (RFC 5869) put together from nothing but the MAC, as the key schedule does: keys of all lengths, empty salts too. */
final class HkdfVectorTest {

    @Test
    void derivesWithHmacSha256() {
        check(new HmacSha256(), "/wycheproof/hkdf_sha256_test.json", 83, 23);
    }

    @Test
    void derivesWithHmacSha384() {
        check(new HmacSha384(), "/wycheproof/hkdf_sha384_test.json", 80, 22);
    }

    /** The invalid vectors ask for more than 255 blocks, which is HKDF's limit and not the MAC's. */
    private static void check(Mac mac, String resource, int valid, int withEmptySalt) {
        Wycheproof vectors = Wycheproof.load(HkdfVectorTest.class, resource);
        assertThat(vectors.vectors().stream()
                        .filter(vector -> vector.text("salt").isEmpty()))
                .hasSize(withEmptySalt);
        vectors.vectors(vector -> !vector.isValid())
                .verify(3, vector -> assertThat(vector.number("size")).isGreaterThan(255 * mac.length()));
        vectors.vectors(Wycheproof.Vector::isValid).verify(valid, vector -> {
            byte[] key = compute(mac, vector.bytes("salt"), vector.bytes("ikm"));
            byte[] derived = expand(mac, key, vector.bytes("info"), vector.number("size"));
            assertThat(derived).isEqualTo(vector.bytes("okm"));
        });
    }

    private static byte[] expand(Mac mac, byte[] key, byte[] info, int size) {
        byte[] out = new byte[size + mac.length()];
        byte[] block = {};
        try (Secret secret = Secret.of(key);
                Mac.Keyed keyed = mac.keyed(secret)) {
            for (int done = 0, counter = 1; done < size; done += mac.length(), counter++) {
                keyed.update(block, 0, block.length);
                keyed.update(info, 0, info.length);
                keyed.update(new byte[] {(byte) counter}, 0, 1);
                keyed.finish(out, done);
                block = Arrays.copyOfRange(out, done, done + mac.length());
            }
        }
        return Arrays.copyOf(out, size);
    }

    private static byte[] compute(Mac mac, byte[] key, byte[] message) {
        byte[] out = new byte[mac.length()];
        try (Secret secret = Secret.of(key);
                Mac.Keyed keyed = mac.keyed(secret)) {
            keyed.update(message, 0, message.length);
            keyed.finish(out, 0);
        }
        return out;
    }
}
