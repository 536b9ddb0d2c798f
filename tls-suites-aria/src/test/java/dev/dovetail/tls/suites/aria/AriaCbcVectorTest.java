package dev.dovetail.tls.suites.aria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Some vectors of Wycheproof's file of ARIA in CBC, up to six blocks. They are padded as in PKCS #5 and the cipher does not
 * pad, so the test does; an invalid vector is right as CBC and wrong in its padding only.
 */
final class AriaCbcVectorTest {

    private final Wycheproof vectors = Wycheproof.load(AriaCbcVectorTest.class, "/wycheproof/aria_cbc_pkcs5_some.json");

    @Test
    void encryptsAndDecryptsWithKeysOf128Bits() {
        vectors.groups(group -> group.number("keySize") == 128).verify(13, vector -> check(new Aria128Cbc(), vector));
    }

    @Test
    void encryptsAndDecryptsWithKeysOf256Bits() {
        vectors.groups(group -> group.number("keySize") == 256).verify(9, vector -> check(new Aria256Cbc(), vector));
    }

    private static void check(CbcCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        byte[] encrypted = vector.bytes("ct");
        byte[] iv = vector.bytes("iv");
        try (Secret key = Secret.of(vector.bytes("key"));
                CbcCipher.Transform encryptor = cipher.encryptor(key);
                CbcCipher.Transform decryptor = cipher.decryptor(key)) {
            byte[] opened = transform(decryptor, iv, encrypted);
            // The text is there either way: what is wrong with an invalid vector stands behind it.
            assertThat(Arrays.copyOf(opened, text.length)).isEqualTo(text);
            assertThat(Arrays.equals(opened, padded(text))).isEqualTo(vector.isValid());
            assertThat(transform(encryptor, iv, opened)).isEqualTo(encrypted);
        }
    }

    private static byte[] transform(CbcCipher.Transform transform, byte[] iv, byte[] in) {
        byte[] out = new byte[in.length];
        transform.transform(iv, 0, in, 0, in.length, out, 0);
        return out;
    }

    private static byte[] padded(byte[] text) {
        int count = 16 - text.length % 16;
        byte[] padded = Arrays.copyOf(text, text.length + count);
        Arrays.fill(padded, text.length, padded.length, (byte) count);
        return padded;
    }
}
