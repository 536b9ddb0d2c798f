package dev.dovetail.tls.ciphers.ccm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two implementations that share no line must agree on every length. */
final class CcmPropertyTest {

    // Around the buffer of 1024 bytes, of which lengths, nonce and short additional data take the first 16 or 32.
    private static final int[] TEXTS = {
        0, 1, 15, 16, 17, 991, 992, 993, 1007, 1008, 1009, 2015, 2016, 2017, 16384, 16400
    };

    // 0xff00 is where the form of the length changes (RFC 3610 2.2).
    private static final int[] AADS = {
        0, 1, 5, 13, 14, 15, 30, 31, 1005, 1006, 1007, 1022, 0xfeff, 0xff00, 0x10000, 70_000
    };

    @Test
    void bothImplementationsAgreeOnTextsOfAllLengths() {
        for (int length : TEXTS) assertAgree(length, 5);
        for (int length = 0; length < 300; length++) assertAgree(length, 13);
    }

    @Test
    void bothImplementationsAgreeOnAdditionalDataOfAllLengths() {
        for (int length : AADS) assertAgree(100, length);
        for (int length = 0; length < 100; length++) assertAgree(1000, length);
    }

    /** A byte more than three bytes can count. */
    @Test
    void bothImplementationsRefuseTextsOf16MiB() {
        for (AeadCipher cipher : List.of(new JdkAes128Ccm(), new BouncyCastleAes128Ccm())) {
            byte[] text = new byte[1 << 24];
            byte[] out = new byte[text.length + 16];
            try (Secret key = Secret.of(new byte[16]);
                    AeadCipher.Sealer sealer = cipher.sealer(key)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> sealer.seal(
                                Ciphers.nonce(1), Ciphers.NOTHING, 0, text, 0, text.length, text, 0, out, 0))
                        .withMessageContaining("16777215");
            }
        }
    }

    private static void assertAgree(int textLength, int aadLength) {
        Random random = new Random(31L * textLength + aadLength);
        byte[] text = bytes(random, textLength);
        byte[] aad = bytes(random, aadLength);
        byte[] nonce = bytes(random, 12);
        int split = textLength == 0 ? 0 : random.nextInt(textLength);
        byte[] first = Arrays.copyOf(text, split);
        byte[] second = Arrays.copyOfRange(text, split, textLength);
        for (int i = 0; i < Ciphers.jdk().size(); i++) {
            AeadCipher jdk = Ciphers.jdk().get(i);
            AeadCipher other = Ciphers.bouncyCastle().get(i);
            byte[] key = bytes(random, jdk.keyLength());
            byte[] sealed = Ciphers.seal(jdk, key, nonce, aad, first, second);
            assertThat(Ciphers.seal(other, key, nonce, aad, text, Ciphers.NOTHING))
                    .as("%s: %d bytes with %d bytes of additional data", jdk.name(), textLength, aadLength)
                    .isEqualTo(sealed);
            byte[] opened = new byte[textLength];
            assertThat(Ciphers.open(jdk, key, nonce, aad, sealed, opened)).isEqualTo(textLength);
            assertThat(opened).isEqualTo(text);
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
