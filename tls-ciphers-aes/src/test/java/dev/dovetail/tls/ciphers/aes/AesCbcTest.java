package dev.dovetail.tls.ciphers.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

final class AesCbcTest {

    private final List<CbcCipher> ciphers = List.of(new Aes128Cbc(), new Aes256Cbc());

    @Test
    void statesTheFactsOfRfc5246() {
        assertThat(ciphers).extracting(CbcCipher::name).containsExactly("AES_128_CBC", "AES_256_CBC");
        assertThat(ciphers).extracting(CbcCipher::keyLength).containsExactly(16, 32);
        assertThat(ciphers).allSatisfy(cipher -> {
            assertThat(cipher.implementation()).isEqualTo("JDK");
            assertThat(cipher.availability().reason()).isEmpty();
            assertThat(cipher.blockLength()).isEqualTo(16);
            assertThat(cipher.preference()).isZero();
        });
    }

    @Test
    void refusesHalfBlocksAndOutputsThatAreTooShort() {
        for (CbcCipher cipher : ciphers) {
            try (Secret key = Secret.of(new byte[cipher.keyLength()]);
                    CbcCipher.Transform encryptor = cipher.encryptor(key);
                    CbcCipher.Transform decryptor = cipher.decryptor(key)) {
                for (CbcCipher.Transform transform : List.of(encryptor, decryptor)) {
                    byte[] out = new byte[32];
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> transform.transform(new byte[16], 0, new byte[32], 0, 31, out, 0))
                            .withMessageContaining("31 bytes");
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> transform.transform(new byte[16], 0, new byte[32], 0, 32, out, 1));
                    assertThat(out).containsOnly(0);
                }
            }
        }
    }

    /** Behaviour shows it: after close, what the JCA's cipher computes is what a key of zeros gives. */
    @Test
    void leavesNoKeyInTheCipherThatItDrops() throws Exception {
        for (CbcCipher cipher : ciphers) {
            Cipher dropped = JdkAes.cipher("AES/CBC/NoPadding");
            AesKey used;
            byte[] bytes = new byte[cipher.keyLength()];
            bytes[0] = 1;
            try (Secret key = Secret.of(bytes)) {
                used = AesKey.copyOf(key, cipher.keyLength());
            }
            CbcTransform transform = new CbcTransform(Cipher.ENCRYPT_MODE, dropped, used);
            transform.transform(new byte[16], 0, new byte[16], 0, 16, new byte[16], 0);
            transform.close();
            assertThat(used.isDestroyed()).isTrue();
            byte[] wanted = new byte[16];
            try (Secret zeros = Secret.of(new byte[cipher.keyLength()]);
                    CbcCipher.Transform blank = cipher.encryptor(zeros)) {
                blank.transform(new byte[16], 0, new byte[16], 0, 16, wanted, 0);
            }
            assertThat(dropped.doFinal(new byte[16])).isEqualTo(wanted);
        }
    }
}
