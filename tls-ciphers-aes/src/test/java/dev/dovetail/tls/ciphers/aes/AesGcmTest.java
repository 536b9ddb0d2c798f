package dev.dovetail.tls.ciphers.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

final class AesGcmTest {

    private static final byte[] NOTHING = {};

    private final List<AeadCipher> ciphers = List.of(new Aes128Gcm(), new Aes256Gcm());

    @Test
    void statesTheFactsOfRfc5288() {
        assertThat(ciphers).extracting(AeadCipher::name).containsExactly("AES_128_GCM", "AES_256_GCM");
        assertThat(ciphers).extracting(AeadCipher::keyLength).containsExactly(16, 32);
        assertThat(ciphers).allSatisfy(cipher -> {
            assertThat(cipher.implementation()).isEqualTo("JDK");
            assertThat(cipher.availability().reason()).isEmpty();
            assertThat(cipher.nonceLength()).isEqualTo(12);
            assertThat(cipher.tagLength()).isEqualTo(16);
            assertThat(cipher.tls12Nonce()).isEqualTo(Tls12Nonce.EXPLICIT);
        });
    }

    @Test
    void limitsRecordsAsRfc8446Asks() {
        assertThat(ciphers).extracting(AeadCipher::recordLimit).containsOnly((long) Math.pow(2, 24.5));
    }

    @Test
    void prefers128BitsTo256() {
        assertThat(new Aes128Gcm().preference()).isGreaterThan(new Aes256Gcm().preference());
        assertThat(new Aes256Gcm().preference()).isGreaterThan(new Aes128Cbc().preference());
    }

    @Test
    void refusesToSealWithTheLastNonceAgain() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher, 1);
                    AeadCipher.Sealer sealer = cipher.sealer(key)) {
                seal(sealer, nonce(1), 100);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> seal(sealer, nonce(1), 100))
                        .withMessageContaining("nonce");
                assertThat(seal(sealer, nonce(2), 100)).isNotEqualTo(seal(sealer, nonce(3), 100));
            }
        }
    }

    /** A server that skips early data tries its records with one nonce, until one opens (RFC 8446 4.2.10). */
    @Test
    void opensWithANonceThatFailedAndThatSucceededBefore() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher, 1);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] sealed = seal(sealer, nonce(1), 100);
                byte[] other = seal(sealer, nonce(2), 100);
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
            }
        }
    }

    @Test
    void refusesOutputsThatAreTooShortBeforeItWrites() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher, 1);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] sealed = seal(sealer, nonce(1), 100);
                byte[] out = new byte[99];
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> opener.open(nonce(1), NOTHING, 0, sealed, 0, sealed.length, out, 0));
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> sealer.seal(nonce(2), NOTHING, 0, sealed, 0, 99, NOTHING, 0, out, 0));
                assertThat(out).containsOnly(0);
            }
        }
    }

    /** Behaviour shows it: after close, what the JCA's cipher computes is what a key of zeros gives. */
    @Test
    void leavesNoKeyInTheCipherThatItDrops() throws Exception {
        for (AeadCipher cipher : ciphers) {
            Cipher dropped = JdkAes.cipher("AES/GCM/NoPadding");
            AesKey used;
            try (Secret key = key(cipher, 1)) {
                used = AesKey.copyOf(key, cipher.keyLength());
            }
            GcmSealer sealer = new GcmSealer(dropped, used);
            seal(sealer, nonce(1), 100);
            sealer.close();
            assertThat(used.isDestroyed()).isTrue();
            byte[] wanted;
            try (Secret zeros = key(cipher, 0);
                    AeadCipher.Sealer blank = cipher.sealer(zeros)) {
                wanted = seal(blank, new byte[12], 100);
            }
            assertThat(dropped.doFinal(new byte[100])).isEqualTo(wanted);
        }
    }

    private static Secret key(AeadCipher cipher, int fill) {
        byte[] bytes = new byte[cipher.keyLength()];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    private static byte[] nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[11] = (byte) last;
        return nonce;
    }

    private static byte[] seal(AeadCipher.Sealer sealer, byte[] nonce, int length) {
        byte[] out = new byte[length + 16];
        sealer.seal(nonce, NOTHING, 0, new byte[length], 0, length, NOTHING, 0, out, 0);
        return out;
    }

    private static int open(AeadCipher.Opener opener, byte[] nonce, byte[] sealed) {
        return opener.open(nonce, NOTHING, 0, sealed, 0, sealed.length, new byte[sealed.length], 0);
    }
}
