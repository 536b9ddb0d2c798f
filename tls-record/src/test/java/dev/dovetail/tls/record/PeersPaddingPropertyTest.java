package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A peer may pad a CBC record with up to 255 bytes more than the last block needs (RFC 5246 6.2.3.2). Our writer never
 * does, so the records here are made by hand: with blocks of 8 and of 16 bytes, MACs of every length, and the MAC inside
 * the ciphertext and behind it (RFC 7366).
 */
class PeersPaddingPropertyTest {

    private static final JdkMac MD5 = new JdkMac("HMAC_MD5", "HmacMD5", 16, 64, 9);

    /** One way to protect records. */
    private record Form(CbcCipher cipher, Mac mac, boolean encryptThenMac) {

        ReadProtection read() {
            UsableSuite suite = Suites.tls12(cipher, mac);
            try (TrafficKeys keys = Suites.keys(KeyLengths.tls12(suite))) {
                return Protections.tls12Read(suite, keys, encryptThenMac);
            }
        }

        /** RFC 5246 6.2.3.1 and 6.2.3.2, RFC 7366 3: record number 0 of application data. */
        byte[] record(byte[] content, byte[] padding, byte[] iv) {
            byte[] text = encryptThenMac ? joined(content, padding) : joined(content, maced(content), padding);
            byte[] body = joined(iv, encrypted(iv, text));
            byte[] fragment = encryptThenMac ? joined(body, maced(body)) : body;
            return Wire.record(ContentType.APPLICATION_DATA, 0x0303, fragment);
        }

        int covered(byte[] content) {
            return content.length + (encryptThenMac ? 0 : mac.length());
        }

        private byte[] maced(byte[] bytes) {
            byte[] out = new byte[mac.length()];
            byte[] facts = ByteBuffer.allocate(13)
                    .put(8, (byte) ContentType.APPLICATION_DATA)
                    .putShort(9, (short) 0x0303)
                    .putShort(11, (short) bytes.length)
                    .array();
            try (Secret key = Suites.secret(mac.keyLength(), 1);
                    Mac.Keyed keyed = mac.keyed(key)) {
                keyed.update(facts, 0, facts.length);
                keyed.update(bytes, 0, bytes.length);
                keyed.finish(out, 0);
            }
            return out;
        }

        private byte[] encrypted(byte[] iv, byte[] text) {
            byte[] out = new byte[text.length];
            try (Secret key = Suites.secret(cipher.keyLength(), 2);
                    CbcCipher.Transform encryptor = cipher.encryptor(key)) {
                encryptor.transform(iv, 0, text, 0, text.length, out, 0);
            }
            return out;
        }

        @Override
        public String toString() {
            return cipher.name() + ", " + mac.name() + (encryptThenMac ? ", encrypt then MAC" : ", MAC then encrypt");
        }
    }

    static Stream<Form> forms() {
        return Stream.of(JdkCbc.tripleDes(), JdkCbc.aes128())
                .flatMap(cipher -> Stream.of(MD5, JdkMac.sha1(), JdkMac.sha256(), JdkMac.sha384())
                        .flatMap(mac -> Stream.of(new Form(cipher, mac, false), new Form(cipher, mac, true))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesPaddingOfEveryLengthThatFillsABlock(Form form) {
        Random random = new Random(1);
        int taken = 0;
        for (int padding = 0; padding < 256; padding++) {
            for (int length = 0; length < 2 * form.cipher().blockLength(); length++) {
                byte[] content = bytes(random, length);
                if ((form.covered(content) + padding + 1) % form.cipher().blockLength() != 0) continue;
                byte[] record = form.record(
                        content, padding(padding), bytes(random, form.cipher().blockLength()));
                assertThat(opened(form, record))
                        .as("%s: %d bytes and %d of padding", form, length, padding)
                        .isEqualTo(content);
                taken++;
            }
        }
        assertThat(taken).isEqualTo(2 * 256);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesPaddingWithAnyByteWrong(Form form) {
        Random random = new Random(2);
        int blockLength = form.cipher().blockLength();
        for (int length : new int[] {0, 5, 100}) {
            byte[] content = bytes(random, length);
            int least = blockLength - 1 - form.covered(content) % blockLength;
            for (int padding = least; padding < 256; padding += 3 * blockLength) {
                for (int wrong = 0; wrong < padding; wrong++) {
                    byte[] bad = padding(padding);
                    bad[wrong] ^= (byte) (1 << random.nextInt(8));
                    assertRefused(form, form.record(content, bad, bytes(random, blockLength)));
                }
            }
        }
    }

    /** Its length byte says more than there is; with the MAC inside, more than is left before the MAC. */
    @ParameterizedTest
    @MethodSource("forms")
    void refusesPaddingThatIsLongerThanTheRecord(Form form) {
        int blockLength = form.cipher().blockLength();
        byte[] content = new byte[blockLength];
        int least = blockLength - 1 - form.covered(content) % blockLength;
        for (int said = content.length + least + 1; said < 256; said++) {
            byte[] padding = new byte[least + 1];
            Arrays.fill(padding, (byte) said);
            byte[] same = new byte[content.length];
            Arrays.fill(same, (byte) said);
            assertRefused(form, form.record(same, padding, new byte[blockLength]));
        }
    }

    private static void assertRefused(Form form, byte[] record) {
        byte[] out = new byte[record.length];
        try (ReadProtection read = form.read()) {
            Wire.refused(RECORD_NOT_AUTHENTIC, () -> read.open(0, record, 0, record.length, out, 0));
        }
        assertThat(out).as("nothing of the plaintext is left").containsOnly(0);
    }

    private static byte[] opened(Form form, byte[] record) {
        try (ReadProtection read = form.read()) {
            byte[] out = new byte[read.room(record.length)];
            return Arrays.copyOf(out, read.open(0, record, 0, record.length, out, 0));
        }
    }

    private static byte[] padding(int value) {
        byte[] padding = new byte[value + 1];
        Arrays.fill(padding, (byte) value);
        return padding;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                List.of(parts).stream().mapToInt(part -> part.length).sum());
        for (byte[] part : parts) all.put(part);
        return all.array();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
