package dev.dovetail.tls.ciphers.chacha20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * All 325 vectors of Wycheproof's file, RFC 8439's among them: those with nonces of our length are sealed and opened,
 * the others must be refused.
 */
final class ChaCha20Poly1305VectorTest {

    private static final byte[] NOTHING = {};

    private final Wycheproof vectors =
            Wycheproof.load(ChaCha20Poly1305VectorTest.class, "/wycheproof/chacha20_poly1305_test.json");

    @Test
    void sealsAndOpensWithTheJdk() {
        sealsAndOpens(new JdkChaCha20Poly1305());
    }

    @Test
    void sealsAndOpensWithBouncyCastle() {
        sealsAndOpens(new BouncyCastleChaCha20Poly1305());
    }

    @Test
    void refusesNoncesOfAnotherLength() {
        vectors.groups(group -> group.number("ivSize") != 96).verify(9, vector -> {
            refusesTheNonce(new JdkChaCha20Poly1305(), vector);
            refusesTheNonce(new BouncyCastleChaCha20Poly1305(), vector);
        });
    }

    private void sealsAndOpens(AeadCipher cipher) {
        vectors.groups(group -> group.number("ivSize") == 96
                        && group.number("keySize") == 256
                        && group.number("tagSize") == 128)
                .verify(316, vector -> {
                    seals(cipher, vector);
                    opens(cipher, vector);
                });
    }

    /** In one piece and in two: the second is what TLS 1.3 puts behind the content. */
    private static void seals(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        for (int split : new int[] {text.length, Math.max(text.length - 1, 0), 0}) {
            byte[] suffix = Arrays.copyOfRange(text, split, text.length);
            byte[] out = new byte[text.length + cipher.tagLength()];
            byte[] aad = vector.bytes("aad");
            try (Secret key = Secret.of(vector.bytes("key"));
                    AeadCipher.Sealer sealer = cipher.sealer(key)) {
                int written =
                        sealer.seal(vector.bytes("iv"), aad, aad.length, text, 0, split, suffix, suffix.length, out, 0);
                assertThat(written).isEqualTo(out.length);
            }
            // An invalid vector is the valid one with another tag.
            if (vector.isValid()) assertThat(out).isEqualTo(sealed(vector));
            else assertThat(out).isNotEqualTo(sealed(vector));
        }
    }

    private static void opens(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        byte[] in = sealed(vector);
        byte[] aad = vector.bytes("aad");
        byte[] out = new byte[text.length];
        Arrays.fill(out, (byte) 0x5a);
        try (Secret key = Secret.of(vector.bytes("key"));
                AeadCipher.Opener opener = cipher.opener(key)) {
            int read = opener.open(vector.bytes("iv"), aad, aad.length, in, 0, in.length, out, 0);
            assertThat(read).isEqualTo(vector.isValid() ? text.length : -1);
            assertThat(out).isEqualTo(vector.isValid() ? text : new byte[text.length]);
        }
    }

    private static void refusesTheNonce(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] in = sealed(vector);
        byte[] nonce = vector.bytes("iv");
        try (Secret key = Secret.of(vector.bytes("key"));
                AeadCipher.Sealer sealer = cipher.sealer(key);
                AeadCipher.Opener opener = cipher.opener(key)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> opener.open(nonce, NOTHING, 0, in, 0, in.length, new byte[in.length], 0))
                    .withMessageContaining("nonce");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sealer.seal(nonce, NOTHING, 0, in, 0, 0, NOTHING, 0, new byte[16], 0))
                    .withMessageContaining("nonce");
        }
    }

    private static byte[] sealed(Wycheproof.Vector vector) {
        byte[] text = vector.bytes("ct");
        byte[] tag = vector.bytes("tag");
        byte[] both = Arrays.copyOf(text, text.length + tag.length);
        System.arraycopy(tag, 0, both, text.length, tag.length);
        return both;
    }
}
