package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Second records, put together once more from the words of the RFCs. */
class WireFormatTest {

    private static final byte[] CONTENT = Suites.pattern(45, 5);

    @Test
    void gcmInTls12CarriesHalfItsNonce() throws GeneralSecurityException {
        byte[] record = second(Shape.TLS12_GCM);
        // RFC 5288 3: salt from the key block, nonce_explicit from the record.
        byte[] nonce = join(Suites.pattern(4, 3), Arrays.copyOfRange(record, 5, 13));
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(Suites.pattern(16, 2), "AES"), new GCMParameterSpec(128, nonce));
        gcm.updateAAD(additionalData(CONTENT.length));
        assertThat(record).isEqualTo(Wire.record(22, 0x0303, join(number(1), gcm.doFinal(CONTENT))));
    }

    @Test
    void chaCha20InTls12MasksItsNonce() throws GeneralSecurityException {
        // RFC 7905 2: the IV XORed with the padded sequence number.
        byte[] nonce = Suites.pattern(12, 3);
        nonce[11] ^= 1;
        Cipher chaCha = Cipher.getInstance("ChaCha20-Poly1305");
        chaCha.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(Suites.pattern(32, 2), "ChaCha20"), new IvParameterSpec(nonce));
        chaCha.updateAAD(additionalData(CONTENT.length));
        assertThat(second(Shape.TLS12_CHACHA20)).isEqualTo(Wire.record(22, 0x0303, chaCha.doFinal(CONTENT)));
    }

    @Test
    void nullCipherPutsTheMacBehindTheContent() throws GeneralSecurityException {
        byte[] mac = hmac("HmacSHA256", 32, additionalData(CONTENT.length), CONTENT);
        assertThat(second(Shape.NULL_SHA256)).isEqualTo(Wire.record(22, 0x0303, join(CONTENT, mac)));
    }

    @Test
    void streamCipherRunsOnFromRecordToRecord() throws GeneralSecurityException {
        Cipher rc4 = Cipher.getInstance("ARCFOUR");
        SecretKeySpec key = new SecretKeySpec(Suites.pattern(16, 2), "ARCFOUR");
        rc4.init(Cipher.ENCRYPT_MODE, key);
        rc4.update(new byte[CONTENT.length + 20]);
        byte[] mac = hmac("HmacSHA1", 20, additionalData(CONTENT.length), CONTENT);
        assertThat(second(Shape.RC4_SHA1)).isEqualTo(Wire.record(22, 0x0303, rc4.update(join(CONTENT, mac))));
    }

    @Test
    void encryptThenMacCoversIvAndCiphertext() throws GeneralSecurityException {
        byte[] record = second(Shape.ETM_SHA256);
        byte[] iv = Arrays.copyOfRange(record, 5, 21);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        SecretKeySpec key = new SecretKeySpec(Suites.pattern(16, 2), "AES");
        aes.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        // 45 bytes take three of padding; TLS counts them without the length byte, PKCS #5 with it.
        byte[] padded = Arrays.copyOf(CONTENT, 48);
        Arrays.fill(padded, 45, 48, (byte) 2);
        byte[] encrypted = join(iv, Arrays.copyOf(aes.doFinal(padded), 48));
        byte[] mac = hmac("HmacSHA256", 32, additionalData(encrypted.length), encrypted);
        assertThat(record).isEqualTo(Wire.record(22, 0x0303, join(encrypted, mac)));
    }

    private static byte[] second(Shape shape) {
        try (RecordWriter writer = shape.writer()) {
            Wire.seal(writer, ContentType.HANDSHAKE, CONTENT);
            return Wire.seal(writer, ContentType.HANDSHAKE, CONTENT);
        }
    }

    private static byte[] hmac(String algorithm, int keyLength, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Suites.pattern(keyLength, 1), algorithm));
        for (byte[] part : parts) mac.update(part);
        return mac.doFinal();
    }

    /** RFC 5246 6.2.3.1 and 6.2.3.3: number, type, version, length. */
    private static byte[] additionalData(int length) {
        return join(number(1), new byte[] {22, 3, 3, (byte) (length >> 8), (byte) length});
    }

    private static byte[] number(long sequence) {
        return ByteBuffer.allocate(8).putLong(sequence).array();
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            all = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, all, all.length - part.length, part.length);
        }
        return all;
    }
}
