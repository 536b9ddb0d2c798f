package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All vectors of Wycheproof's files, truncated tags and odd key lengths too; for SHA-512, which has none, RFC 4231's. */
final class AccpHmacVectorTest {

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void computesHmacSha1() {
        check(new AccpHmacSha1(), "/wycheproof/hmac_sha1_test.json", 170);
    }

    @Test
    void computesHmacSha256() {
        check(new AccpHmacSha256(), "/wycheproof/hmac_sha256_test.json", 174);
    }

    @Test
    void computesHmacSha384() {
        check(new AccpHmacSha384(), "/wycheproof/hmac_sha384_test.json", 174);
    }

    /** RFC 4231 4.2 to 4.7; 4.6 is about truncation, which a MAC leaves to others. */
    @Test
    void computesHmacSha512() {
        check512(
                repeated("0b", 20),
                text("Hi There"),
                "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde",
                "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
        check512(
                text("Jefe"),
                text("what do ya want for nothing?"),
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554",
                "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
        check512(
                repeated("aa", 20),
                repeated("dd", 50),
                "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39",
                "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb");
        check512(
                Hex.bytes("0102030405060708090a0b0c0d0e0f10111213141516171819"),
                repeated("cd", 50),
                "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db",
                "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd");
        check512(
                repeated("aa", 131),
                text("Test Using Larger Than Block-Size Key - Hash Key First"),
                "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352",
                "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
    }

    private static void check(Mac mac, String resource, int count) {
        Wycheproof.load(AccpHmacVectorTest.class, resource).verify(count, vector -> {
            byte[] wanted = vector.bytes("tag");
            assertThat(8 * wanted.length).isEqualTo(vector.group().number("tagSize"));
            byte[] tag = compute(mac, vector.bytes("key"), vector.bytes("msg"));
            assertThat(Arrays.equals(Arrays.copyOf(tag, wanted.length), wanted)).isEqualTo(vector.isValid());
        });
    }

    private static void check512(byte[] key, byte[] message, String... wanted) {
        assertThat(compute(new AccpHmacSha512(), key, message)).isEqualTo(Hex.bytes(wanted));
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

    private static byte[] repeated(String digits, int times) {
        return Hex.bytes(digits.repeat(times));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
