package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AccpGcmTest {

    private static final byte[] NOTHING = {};

    private final List<AeadCipher> ciphers = List.of(new AccpAes128Gcm(), new AccpAes256Gcm());

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void refusesToSealWithTheLastNonceAgainAndGoesOnWithTheNext() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                seal(sealer, nonce(1));
                for (int i = 0; i < 3; i++) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> seal(sealer, nonce(1)))
                            .withMessageContaining("nonce");
                }
                // One that was refused does not stand in the way of the next, wherever ACCP remembers the last.
                for (int i = 2; i < 6; i++)
                    assertThat(open(opener, nonce(i), seal(sealer, nonce(i)))).isEqualTo(100);
            }
        }
    }

    /** A server that skips early data tries its records with one nonce, until one opens (RFC 8446 4.2.10). */
    @Test
    void opensWithANonceThatFailedAndThatSucceededBefore() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] sealed = seal(sealer, nonce(1));
                byte[] other = seal(sealer, nonce(2));
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), Arrays.copyOf(other, 15))).isEqualTo(-1);
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
            }
        }
    }

    @Test
    void refusesOutputsThatAreTooShortBeforeItWrites() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] sealed = seal(sealer, nonce(1));
                byte[] out = new byte[99];
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> opener.open(nonce(1), NOTHING, 0, sealed, 0, sealed.length, out, 0));
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> sealer.seal(nonce(2), NOTHING, 0, sealed, 0, 99, NOTHING, 0, out, 0));
                assertThat(out).containsOnly(0);
            }
        }
    }

    /** ACCP holds the array that the key hands out; that there is no other is what the zeros show. */
    @Test
    void wipesTheOneArrayThatHoldsTheKey() throws GeneralSecurityException {
        for (AeadCipher cipher : ciphers) {
            AesKey own;
            try (Secret key = key(cipher)) {
                own = AesKey.copyOf(key, cipher.keyLength());
            }
            byte[] bytes = own.getEncoded();
            Cipher dropped = Cipher.getInstance("AES/GCM/NoPadding", Accp.provider());
            GcmSealer sealer = new GcmSealer(new KeyedGcm(Cipher.ENCRYPT_MODE, dropped, own));
            seal(sealer, nonce(1));
            sealer.close();
            sealer.close();
            assertThat(own.isDestroyed()).isTrue();
            assertThat(bytes).containsOnly(0);
        }
    }

    /** What is left are ACCP's own small objects around each native call: no copy, and nothing of ours (P6). */
    @Test
    void allocatesNothingThatGrowsWithTheRecord() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                Exchange exchange = new Exchange(sealer, opener, 16_384);
                assertThat(bytesPerRecord(exchange)).isLessThan(600);
            }
        }
    }

    /** One record there and back, in arrays that are there already. */
    private record Exchange(
            AeadCipher.Sealer sealer,
            AeadCipher.Opener opener,
            byte[] nonce,
            byte[] header,
            byte[] text,
            byte[] type,
            byte[] sealed,
            byte[] opened) {

        Exchange(AeadCipher.Sealer sealer, AeadCipher.Opener opener, int length) {
            this(
                    sealer,
                    opener,
                    new byte[12],
                    new byte[5],
                    new byte[length],
                    new byte[] {23},
                    new byte[length + 17],
                    new byte[length + 1]);
        }

        void run() {
            for (int i = nonce.length - 1; ++nonce[i] == 0; i--) {}
            sealer.seal(nonce, header, 5, text, 0, text.length, type, 1, sealed, 0);
            opener.open(nonce, header, 5, sealed, 0, sealed.length, opened, 0);
        }
    }

    /** The least of some rounds: one may meet the compiler or the class loader at work, but not all. */
    private static long bytesPerRecord(Exchange exchange) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) exchange.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / 1000;
    }

    private static Secret key(AeadCipher cipher) {
        byte[] bytes = new byte[cipher.keyLength()];
        Arrays.fill(bytes, (byte) 1);
        return Secret.of(bytes);
    }

    private static byte[] nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[11] = (byte) last;
        return nonce;
    }

    private static byte[] seal(AeadCipher.Sealer sealer, byte[] nonce) {
        byte[] out = new byte[116];
        sealer.seal(nonce, NOTHING, 0, new byte[100], 0, 100, NOTHING, 0, out, 0);
        return out;
    }

    private static int open(AeadCipher.Opener opener, byte[] nonce, byte[] sealed) {
        return opener.open(nonce, NOTHING, 0, sealed, 0, sealed.length, new byte[sealed.length], 0);
    }
}
