package dev.dovetail.tls.suites.aria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.util.List;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AriaTest {

    private static final byte[] NOTHING = {};

    private final List<CbcCipher> cbc = List.of(new Aria128Cbc(), new Aria256Cbc());
    private final List<AeadCipher> gcm = List.of(new Aria128Gcm(), new Aria256Gcm());

    @Test
    void statesTheFactsOfItsRfcs() {
        assertThat(cbc).extracting(BulkCipher::name).containsExactly("ARIA_128_CBC", "ARIA_256_CBC");
        assertThat(gcm).extracting(BulkCipher::name).containsExactly("ARIA_128_GCM", "ARIA_256_GCM");
        for (List<? extends BulkCipher> ciphers : List.of(cbc, gcm)) {
            assertThat(ciphers).extracting(BulkCipher::keyLength).containsExactly(16, 32);
            assertThat(ciphers).extracting(BulkCipher::implementation).containsOnly("BouncyCastle");
            assertThat(ciphers).allSatisfy(cipher -> {
                assertThat(cipher.availability().reason()).isEmpty();
                assertThat(cipher.preference()).isZero();
            });
        }
        assertThat(cbc).extracting(CbcCipher::blockLength).containsOnly(16);
        assertThat(gcm).extracting(AeadCipher::nonceLength).containsOnly(12);
        assertThat(gcm).extracting(AeadCipher::tagLength).containsOnly(16);
        assertThat(gcm).extracting(AeadCipher::tls12Nonce).containsOnly(Tls12Nonce.EXPLICIT);
        assertThat(gcm).extracting(AeadCipher::recordLimit).containsOnly((long) Math.pow(2, 24.5));
    }

    @Test
    void refusesToSealWithTheLastNonceAgain() {
        for (AeadCipher cipher : gcm) {
            // One array, counted up in place, as a record layer does.
            byte[] nonce = new byte[12];
            byte[] out = new byte[116];
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(seal(sealer, nonce, out)).isEqualTo(116);
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> seal(sealer, nonce, out))
                            .withMessageContaining("nonce");
                    nonce[11]++;
                }
            }
        }
    }

    /** A server that skips early data tries its records with one nonce, until one opens (RFC 8446 4.2.10). */
    @Test
    void opensWithANonceThatFailedAndThatSucceededBefore() {
        for (AeadCipher cipher : gcm) {
            byte[] nonce = new byte[12];
            byte[] sealed = new byte[116];
            byte[] opened = new byte[100];
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                seal(sealer, nonce, sealed);
                byte[] other = sealed.clone();
                other[5] ^= 1;
                for (byte[] in : List.of(other, other, sealed, sealed, other, sealed)) {
                    assertThat(opener.open(nonce, NOTHING, 0, in, 0, in.length, opened, 0))
                            .isEqualTo(in == sealed ? 100 : -1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 11, 13, 16})
    void refusesNoncesOfAnotherLength(int length) {
        for (AeadCipher cipher : gcm) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] nonce = new byte[length];
                byte[] sealed = new byte[116];
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> seal(sealer, nonce, sealed))
                        .withMessageContaining("nonce");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> opener.open(nonce, NOTHING, 0, sealed, 0, 116, new byte[100], 0))
                        .withMessageContaining("nonce");
            }
        }
    }

    @Test
    void refusesArraysThatAreTooShortBeforeItWrites() {
        byte[] in = new byte[100];
        byte[] out = new byte[99];
        byte[] nonce = new byte[12];
        for (AeadCipher cipher : gcm) {
            try (Secret key = key(cipher);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                for (Runnable call : List.<Runnable>of(
                        () -> sealer.seal(nonce, NOTHING, 0, in, 0, 84, NOTHING, 0, out, 0),
                        () -> sealer.seal(nonce, NOTHING, 0, in, 50, 51, NOTHING, 0, out, 0),
                        () -> sealer.seal(nonce, NOTHING, 1, in, 0, 10, NOTHING, 0, out, 0),
                        () -> sealer.seal(nonce, NOTHING, 0, in, 0, 10, NOTHING, 1, out, 0),
                        () -> opener.open(nonce, NOTHING, 0, new byte[116], 0, 116, out, 0),
                        () -> opener.open(nonce, NOTHING, 0, in, 1, 100, out, 0))) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call::run);
                }
            }
            assertThat(out).containsOnly(0);
        }
    }

    @Test
    void refusesHalfBlocksAndOutputsThatAreTooShort() {
        for (CbcCipher cipher : cbc) {
            try (Secret key = key(cipher);
                    CbcCipher.Transform encryptor = cipher.encryptor(key);
                    CbcCipher.Transform decryptor = cipher.decryptor(key)) {
                for (CbcCipher.Transform transform : List.of(encryptor, decryptor)) {
                    byte[] out = new byte[32];
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> transform.transform(new byte[16], 0, new byte[32], 0, 31, out, 0))
                            .withMessageContaining("31 bytes");
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> transform.transform(new byte[16], 0, new byte[32], 0, 32, out, 1));
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> transform.transform(new byte[16], 1, new byte[32], 0, 32, out, 0));
                    assertThat(out).containsOnly(0);
                }
            }
        }
    }

    /** Behaviour shows it: after close, what the engine computes is what a key of zeros gives. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void leavesNoKeyInTheEngineThatItDrops(int keyLength) {
        BlockCipher blank = Aria.engine();
        blank.init(true, new KeyParameter(new byte[keyLength]));
        byte[] wanted = encrypted(blank);

        BlockCipher forCbc = Aria.engine();
        KeyParameter keyOfCbc = key(keyLength);
        CbcTransform transform = new CbcTransform(true, forCbc, keyOfCbc);
        assertThat(keyOfCbc.getKey()).containsOnly(0);
        assertThat(encrypted(forCbc)).isNotEqualTo(wanted);
        transform.close();
        transform.close();
        assertThat(encrypted(forCbc)).isEqualTo(wanted);

        BlockCipher forGcm = Aria.engine();
        KeyParameter keyOfGcm = key(keyLength);
        GcmSealer sealer = new GcmSealer(forGcm, keyOfGcm);
        seal(sealer, new byte[12], new byte[116]);
        assertThat(keyOfGcm.getKey()).containsOnly(0);
        assertThat(encrypted(forGcm)).isNotEqualTo(wanted);
        sealer.close();
        sealer.close();
        assertThat(encrypted(forGcm)).isEqualTo(wanted);
    }

    @Test
    void wipesAKeyThatWasNeverUsed() {
        KeyParameter key = key(16);
        new GcmOpener(Aria.engine(), key).close();
        assertThat(key.getKey()).containsOnly(0);
    }

    private static KeyParameter key(int length) {
        byte[] bytes = new byte[length];
        bytes[0] = 1;
        return new KeyParameter(bytes);
    }

    private static Secret key(BulkCipher cipher) {
        return Secret.of(key(cipher.keyLength()).getKey());
    }

    private static byte[] encrypted(BlockCipher engine) {
        byte[] block = new byte[16];
        engine.processBlock(new byte[16], 0, block, 0);
        return block;
    }

    private static int seal(AeadCipher.Sealer sealer, byte[] nonce, byte[] out) {
        return sealer.seal(nonce, NOTHING, 0, new byte[100], 0, 100, NOTHING, 0, out, 0);
    }
}
