package dev.dovetail.tls.ciphers.chacha20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;

/** What both implementations have in common, and that they agree. */
final class ChaCha20Poly1305CipherTest {

    private static final byte[] NOTHING = {};

    private final AeadCipher jdk = new JdkChaCha20Poly1305();
    private final AeadCipher bouncyCastle = new BouncyCastleChaCha20Poly1305();
    private final List<AeadCipher> ciphers = List.of(jdk, bouncyCastle);

    @Test
    void statesTheFactsOfRfc7905() {
        assertThat(ciphers).allSatisfy(cipher -> {
            assertThat(cipher.name()).isEqualTo("CHACHA20_POLY1305");
            assertThat(cipher.availability().reason()).isEmpty();
            assertThat(cipher.keyLength()).isEqualTo(32);
            assertThat(cipher.nonceLength()).isEqualTo(12);
            assertThat(cipher.tagLength()).isEqualTo(16);
            assertThat(cipher.tls12Nonce()).isEqualTo(Tls12Nonce.XOR_SEQUENCE);
            assertThat(cipher.recordLimit()).isEqualTo(Long.MAX_VALUE);
        });
    }

    @Test
    void leavesNoDoubtWhichImplementationIsUsed() {
        assertThat(ciphers).extracting(AeadCipher::implementation).containsExactly("JDK", "BouncyCastle");
        assertThat(jdk.priority()).isGreaterThan(bouncyCastle.priority());
        assertThat(jdk.preference()).isEqualTo(bouncyCastle.preference());
    }

    @Test
    void opensWithOneImplementationWhatTheOtherSealed() {
        Random random = new Random(1);
        for (int length = 0; length < 1100; length += 7) {
            byte[] text = new byte[length];
            byte[] nonce = new byte[12];
            random.nextBytes(text);
            random.nextBytes(nonce);
            assertThat(opened(bouncyCastle, nonce, sealed(jdk, nonce, text))).isEqualTo(text);
            assertThat(opened(jdk, nonce, sealed(bouncyCastle, nonce, text))).isEqualTo(text);
        }
    }

    @Test
    void takesANonceOfZerosFirst() {
        byte[] text = {1, 2, 3};
        for (AeadCipher cipher : ciphers) {
            assertThat(opened(cipher, new byte[12], sealed(cipher, new byte[12], text)))
                    .isEqualTo(text);
        }
    }

    @Test
    void refusesToSealWithTheLastNonceAgain() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(1);
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
            try (Secret key = key(1);
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] sealed = seal(sealer, nonce(1), 100);
                byte[] other = seal(sealer, nonce(2), 100);
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), other)).isEqualTo(-1);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
                assertThat(open(opener, nonce(1), sealed)).isEqualTo(100);
                assertThat(open(opener, nonce(2), other)).isEqualTo(100);
            }
        }
    }

    @Test
    void refusesOutputsThatAreTooShortBeforeItWrites() {
        for (AeadCipher cipher : ciphers) {
            try (Secret key = key(1);
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
    void leavesNoKeyInTheJdksCipherThatItDrops() throws Exception {
        Cipher dropped = Cipher.getInstance("ChaCha20-Poly1305");
        ChaCha20Key used;
        try (Secret key = key(1)) {
            used = ChaCha20Key.copyOf(key);
        }
        JdkSealer sealer = new JdkSealer(dropped, used);
        seal(sealer, nonce(1), 100);
        sealer.close();
        assertThat(used.isDestroyed()).isTrue();
        assertThat(dropped.doFinal(new byte[100])).isEqualTo(sealedWithZeros());
    }

    /** The same for BouncyCastle's engine, and for the key that it had not taken yet. */
    @Test
    void leavesNoKeyInTheEngineThatItDrops() throws Exception {
        for (boolean wasUsed : new boolean[] {true, false}) {
            ChaCha20Poly1305 dropped = new ChaCha20Poly1305();
            KeyedEngine keyed;
            try (Secret key = key(1)) {
                keyed = new KeyedEngine(dropped, true, key);
            }
            if (wasUsed) keyed.begin(nonce(1));
            keyed.close();
            // An engine that is given no key goes on with its last one.
            dropped.init(true, new ParametersWithIV(null, nonce(9)));
            byte[] out = new byte[116];
            int written = dropped.processBytes(new byte[100], 0, 100, out, 0);
            dropped.doFinal(out, written);
            try (Secret zeros = key(0);
                    AeadCipher.Sealer blank = jdk.sealer(zeros)) {
                assertThat(out).isEqualTo(seal(blank, nonce(9), 100));
            }
        }
    }

    private byte[] sealedWithZeros() {
        try (Secret zeros = key(0);
                AeadCipher.Sealer blank = bouncyCastle.sealer(zeros)) {
            return seal(blank, new byte[12], 100);
        }
    }

    private static Secret key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    private static byte[] nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[11] = (byte) last;
        return nonce;
    }

    private static byte[] sealed(AeadCipher cipher, byte[] nonce, byte[] text) {
        byte[] out = new byte[text.length + 16];
        try (Secret key = key(1);
                AeadCipher.Sealer sealer = cipher.sealer(key)) {
            sealer.seal(nonce, NOTHING, 0, text, 0, text.length, NOTHING, 0, out, 0);
        }
        return out;
    }

    private static byte[] opened(AeadCipher cipher, byte[] nonce, byte[] sealed) {
        byte[] out = new byte[sealed.length - 16];
        try (Secret key = key(1);
                AeadCipher.Opener opener = cipher.opener(key)) {
            assertThat(opener.open(nonce, NOTHING, 0, sealed, 0, sealed.length, out, 0))
                    .isEqualTo(out.length);
        }
        return out;
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
