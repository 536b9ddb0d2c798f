package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a key when its cipher is closed, and who may close when. */
final class AccpGcmClosingTest {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte[] TEXT = new byte[100];

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    /**
     * ACCP compares keys by their bytes, and a wiped one is zeros: whoever then comes with a key of zeros gets what
     * encrypts under the old one, if the schedule is still there. So the last row is a key that equals its own
     * replacement.
     */
    @ParameterizedTest
    @CsvSource({
        Cipher.ENCRYPT_MODE + ", 16, 7",
        Cipher.DECRYPT_MODE + ", 16, 7",
        Cipher.ENCRYPT_MODE + ", 32, 7",
        Cipher.DECRYPT_MODE + ", 32, 7",
        Cipher.ENCRYPT_MODE + ", 16, 1"
    })
    void leavesNoKeyScheduleBehind(int mode, int length, int value) throws GeneralSecurityException {
        byte[] key = filled(length, value);
        Cipher dropped = Cipher.getInstance(TRANSFORMATION, Accp.provider());
        KeyedGcm keyed = new KeyedGcm(mode, dropped, own(key));
        // More than one record, so that ACCP keeps the schedule for the next.
        for (int i = 1; i < 4; i++) {
            byte[] in = mode == Cipher.ENCRYPT_MODE ? TEXT : sealed(key, nonce(i));
            Cipher cipher = keyed.begin(nonce(i));
            cipher.doFinal(in, 0, in.length, new byte[in.length + 16], 0);
            keyed.end(cipher);
        }
        keyed.close();

        for (int other : new int[] {0, 2}) {
            byte[] after = filled(length, other);
            dropped.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(after, "AES"),
                    new GCMParameterSpec(128, nonce(100 + other)));
            assertThat(dropped.doFinal(TEXT))
                    .isNotEqualTo(sealed(key, nonce(100 + other)))
                    .isEqualTo(sealed(after, nonce(100 + other)));
        }
    }

    @Test
    void aRecordInHandIsFinishedWithItsKeyWhenTheCipherIsClosed() throws GeneralSecurityException {
        byte[] key = filled(16, 7);
        AesKey own = own(key);
        byte[] bytes = own.getEncoded();
        KeyedGcm keyed = new KeyedGcm(Cipher.ENCRYPT_MODE, Cipher.getInstance(TRANSFORMATION, Accp.provider()), own);

        Cipher cipher = keyed.begin(nonce(1));
        keyed.close();
        assertThat(cipher.doFinal(TEXT)).isEqualTo(sealed(key, nonce(1)));
        keyed.end(cipher);

        assertThat(own.isDestroyed()).isTrue();
        assertThat(bytes).containsOnly(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> keyed.begin(nonce(2)))
                .withMessageContaining("closed");
    }

    @Test
    void refusesASecondThreadAndServesTheFirst() throws GeneralSecurityException {
        byte[] key = filled(16, 7);
        try (KeyedGcm keyed =
                new KeyedGcm(Cipher.ENCRYPT_MODE, Cipher.getInstance(TRANSFORMATION, Accp.provider()), own(key))) {
            Cipher cipher = keyed.begin(nonce(1));
            assertThatIllegalStateException()
                    .isThrownBy(() -> keyed.begin(nonce(2)))
                    .withMessageContaining("one thread");
            assertThat(cipher.doFinal(TEXT)).isEqualTo(sealed(key, nonce(1)));
            keyed.end(cipher);
            keyed.end(keyed.begin(nonce(2)));
        }
    }

    @Test
    void anyNumberOfThreadsMayCloseAtOnceWhileOneSeals() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CyclicBarrier start = new CyclicBarrier(3);
            for (int i = 0; i < 200; i++) {
                AesKey own = own(filled(16, 7));
                byte[] bytes = own.getEncoded();
                KeyedGcm keyed =
                        new KeyedGcm(Cipher.ENCRYPT_MODE, Cipher.getInstance(TRANSFORMATION, Accp.provider()), own);
                Callable<Void> closing = () -> {
                    start.await();
                    keyed.close();
                    return null;
                };
                List<Future<Void>> all = List.of(
                        threads.submit(closing), threads.submit(closing), threads.submit(sealing(keyed, start)));
                for (Future<Void> each : all) each.get();
                assertThat(bytes).containsOnly(0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Seals until it is closed; each record that it gets is under the key. */
    private static Callable<Void> sealing(KeyedGcm keyed, CyclicBarrier start) {
        return () -> {
            GcmSealer sealer = new GcmSealer(keyed);
            start.await();
            byte[] out = new byte[TEXT.length + 16];
            for (int i = 1; i < 0xffff; i++) {
                byte[] nonce = nonce(i);
                try {
                    sealer.seal(nonce, new byte[0], 0, TEXT, 0, TEXT.length, new byte[0], 0, out, 0);
                } catch (IllegalStateException closed) {
                    return null;
                }
                assertThat(out).isEqualTo(sealed(filled(16, 7), nonce));
            }
            throw new AssertionError("it goes on sealing after it was closed");
        };
    }

    private static byte[] sealed(byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, "SunJCE");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(TEXT);
    }

    private static AesKey own(byte[] key) {
        try (Secret secret = Secret.of(key.clone())) {
            return AesKey.copyOf(secret, key.length);
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[10] = (byte) (last >>> 8);
        nonce[11] = (byte) last;
        return nonce;
    }
}
