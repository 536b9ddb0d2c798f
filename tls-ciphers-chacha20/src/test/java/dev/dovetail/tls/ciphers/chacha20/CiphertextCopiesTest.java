package dev.dovetail.tls.ciphers.chacha20;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** Wherever ciphertext lies, opening it gives the same, and allocates as much. */
final class CiphertextCopiesTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 1_000;
    private static final byte[] AAD = {1, 2, 3};
    private static final byte[] NONCE = new byte[12];
    private static final byte[] OTHER_NONCE = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Secret key =
            Secret.of("a key that has not only zero bits".substring(0, 32).getBytes(StandardCharsets.US_ASCII));

    @Test
    void opensTheSameWithCopiesAndWithout() throws Exception {
        try (AeadCipher.Opener copying = opener(true);
                AeadCipher.Opener direct = opener(false)) {
            // Short after long, too: the array that is kept is longer then, and holds the end of another record.
            for (int length : new int[] {0, 1, 1000, 100, 16_385, 64, 50_000, 16_385, 0}) {
                for (int offset : new int[] {0, 1, 5}) {
                    byte[] text = new byte[length];
                    new Random(length).nextBytes(text);
                    byte[] sealed = sealed(NONCE, text, offset);
                    assertThat(opened(copying, sealed, offset)).isEqualTo(text);
                    assertThat(opened(direct, sealed, offset)).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void opensInPlaceAndRefusesAForgeryWithCopies() throws Exception {
        byte[] text = {4, 5, 6, 7};
        byte[] sealed = sealed(NONCE, text, 5);
        try (AeadCipher.Opener copying = opener(true)) {
            byte[] forged = sealed.clone();
            forged[6] ^= 1;
            int length = sealed.length - 5;
            byte[] out = new byte[4];
            assertThat(copying.open(NONCE, AAD, 3, forged, 5, length, out, 0)).isEqualTo(-1);
            assertThat(out).containsOnly(0);
            assertThat(copying.open(NONCE, AAD, 3, sealed, 5, length, sealed, 5))
                    .isEqualTo(4);
            assertThat(Arrays.copyOfRange(sealed, 5, 9)).isEqualTo(text);
        }
    }

    @Test
    void opensBehindAHeaderWithoutAllocatingMore() {
        byte[] text = new byte[1 << 14];
        byte[] out = new byte[1 << 14];
        double[] bytes = new double[2];
        int[] offsets = {0, 5};
        for (int i = 0; i < 2; i++) {
            int offset = offsets[i];
            byte[] one = sealed(NONCE, text, offset);
            byte[] two = sealed(OTHER_NONCE, text, offset);
            int length = one.length - offset;
            try (AeadCipher.Opener opener = new JdkChaCha20Poly1305().opener(key)) {
                // By turns: to refuse the nonce that it had last, as JDK 17 does, allocates too.
                bytes[i] = bytesPerCall(() -> {
                    int opened = opener.open(NONCE, AAD, 3, one, offset, length, out, 0)
                            + opener.open(OTHER_NONCE, AAD, 3, two, offset, length, out, 0);
                    if (opened != 2 * text.length) throw new IllegalStateException("not opened");
                });
            }
        }
        assertThat(bytes[1] - bytes[0]).isLessThan(256);
    }

    /** The least of some rounds: one may meet the compiler or the class loader at work, but not all. */
    private static double bytesPerCall(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / CALLS;
    }

    private JdkOpener opener(boolean copying) throws Exception {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305", Security.getProvider("SunJCE"));
        return new JdkOpener(cipher, ChaCha20Key.copyOf(key), new CiphertextCopies(copying));
    }

    private byte[] sealed(byte[] nonce, byte[] text, int offset) {
        byte[] out = new byte[offset + text.length + 16];
        try (AeadCipher.Sealer sealer = new JdkChaCha20Poly1305().sealer(key)) {
            sealer.seal(nonce, AAD, 3, text, 0, text.length, new byte[0], 0, out, offset);
        }
        return out;
    }

    private static byte[] opened(AeadCipher.Opener opener, byte[] sealed, int offset) {
        byte[] out = new byte[sealed.length];
        int length = opener.open(NONCE, AAD, 3, sealed, offset, sealed.length - offset, out, 0);
        assertThat(length).isNotNegative();
        return Arrays.copyOf(out, length);
    }
}
