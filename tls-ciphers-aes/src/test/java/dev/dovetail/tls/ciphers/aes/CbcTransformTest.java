package dev.dovetail.tls.ciphers.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.Secret;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The long chain in the JCA's cipher doesn't show in what a call computes. */
final class CbcTransformTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String CBC = "AES/CBC/NoPadding";
    private static final int BLOCK = 16;
    private static final int CALLS = 10_000;

    private final byte[] keyBytes = bytes(1, 16);

    @Test
    void computesCallAfterCallWhatAFreshCipherComputes() throws Exception {
        agreesWithAFreshCipher(JdkAes.cipher(CBC), JdkAes.cipher(CBC));
    }

    @Test
    void takesWhatAProviderHoldsBackUntilTheEnd() throws Exception {
        for (int held : new int[] {BLOCK, 5 * BLOCK, Integer.MAX_VALUE}) {
            LateProvider late = new LateProvider(held);
            agreesWithAFreshCipher(Cipher.getInstance(CBC, late), Cipher.getInstance(CBC, late));
        }
    }

    private void agreesWithAFreshCipher(Cipher sealing, Cipher opening) throws Exception {
        try (CbcTransform encryptor = transform(Cipher.ENCRYPT_MODE, sealing);
                CbcTransform decryptor = transform(Cipher.DECRYPT_MODE, opening)) {
            for (int call = 0; call < 200; call++) {
                byte[] iv = bytes(1000 + call, BLOCK);
                byte[] text = bytes(2000 + call, call * 7 % 40 * BLOCK);
                byte[] wanted = fresh(iv, text);
                assertThat(transformed(encryptor, call, iv, text))
                        .as("call %d", call)
                        .isEqualTo(wanted);
                assertThat(transformed(decryptor, call, iv, wanted))
                        .as("call %d", call)
                        .isEqualTo(text);
            }
        }
    }

    /** By turns apart and in place, from and to different places. */
    private static byte[] transformed(CbcTransform transform, int call, byte[] iv, byte[] text) {
        byte[] in = new byte[BLOCK + 3 + text.length];
        int ivOffset = call % 3;
        int offset = ivOffset + BLOCK;
        System.arraycopy(iv, 0, in, ivOffset, BLOCK);
        System.arraycopy(text, 0, in, offset, text.length);
        boolean inPlace = call % 2 == 0;
        byte[] out = inPlace ? in : new byte[text.length + 5];
        int outOffset = inPlace ? offset : call % 5;
        transform.transform(in, ivOffset, in, offset, text.length, out, outOffset);
        return Arrays.copyOfRange(out, outOffset, outOffset + text.length);
    }

    @Test
    void aCallThatIsRefusedLeavesTheNextOneRight() throws Exception {
        try (CbcTransform encryptor = transform(Cipher.ENCRYPT_MODE, JdkAes.cipher(CBC))) {
            byte[] iv = bytes(3, BLOCK);
            byte[] text = bytes(4, 3 * BLOCK);
            byte[] wanted = fresh(iv, text);
            assertThat(transformed(encryptor, 0, iv, text)).isEqualTo(wanted);
            byte[] out = new byte[text.length];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encryptor.transform(iv, 0, text, 0, BLOCK + 1, out, 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> encryptor.transform(iv, 0, text, 0, text.length, out, 1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> encryptor.transform(iv, 1, text, 0, text.length, out, 0));
            assertThat(transformed(encryptor, 1, iv, text)).isEqualTo(wanted);
        }
    }

    @Test
    void beginsAnewAfterTheProviderFailed() throws Exception {
        // One fails at the end, the other in the middle of a chain that goes on.
        for (int held : new int[] {Integer.MAX_VALUE, 0}) {
            LateProvider late = new LateProvider(held);
            for (int mode : new int[] {Cipher.ENCRYPT_MODE, Cipher.DECRYPT_MODE}) {
                try (CbcTransform transform = transform(mode, Cipher.getInstance(CBC, late))) {
                    agreesWithAFreshCipher(transform, mode, 1);
                    late.failing = true;
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transformed(transform, 1, bytes(5, BLOCK), bytes(6, 3 * BLOCK)));
                    late.failing = false;
                    agreesWithAFreshCipher(transform, mode, 2);
                }
            }
        }
    }

    private void agreesWithAFreshCipher(CbcTransform transform, int mode, int seed) throws Exception {
        byte[] iv = bytes(100 + seed, BLOCK);
        byte[] text = bytes(200 + seed, 3 * BLOCK);
        byte[] sealed = fresh(iv, text);
        boolean encrypting = mode == Cipher.ENCRYPT_MODE;
        assertThat(transformed(transform, seed, iv, encrypting ? text : sealed))
                .as("mode %d, seed %d", mode, seed)
                .isEqualTo(encrypting ? sealed : text);
    }

    @Test
    void allocatesNothingForACall() {
        byte[] iv = new byte[BLOCK];
        byte[] out = new byte[1 << 14];
        for (int length : new int[] {BLOCK, 64, 1 << 14}) {
            byte[] in = new byte[length];
            for (int mode : new int[] {Cipher.ENCRYPT_MODE, Cipher.DECRYPT_MODE}) {
                try (CbcTransform transform = transform(mode, JdkAes.cipher(CBC))) {
                    double bytes = bytesPerCall(() -> transform.transform(iv, 0, in, 0, length, out, 0));
                    assertThat(bytes).as("mode %d, %d bytes", mode, length).isLessThan(1);
                }
            }
        }
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

    private CbcTransform transform(int mode, Cipher cipher) {
        try (Secret key = Secret.of(keyBytes.clone())) {
            return new CbcTransform(mode, cipher, AesKey.copyOf(key, keyBytes.length));
        }
    }

    private byte[] fresh(byte[] iv, byte[] text) throws Exception {
        Cipher cipher = JdkAes.cipher(CBC);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyBytes, "AES"), new IvParameterSpec(iv));
        return Arrays.copyOf(cipher.doFinal(text), text.length);
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
