package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All 316 vectors of Wycheproof's file: those with our lengths are sealed and opened, the others must be refused. */
final class AccpGcmVectorTest {

    private static final byte[] NOTHING = {};

    private final Wycheproof vectors = Wycheproof.load(AccpGcmVectorTest.class, "/wycheproof/aes_gcm_test.json");

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void sealsAndOpensWithKeysOf128Bits() {
        vectors(128, 96).verify(67, vector -> {
            seals(new AccpAes128Gcm(), vector);
            opens(new AccpAes128Gcm(), vector);
        });
    }

    @Test
    void sealsAndOpensWithKeysOf256Bits() {
        vectors(256, 96).verify(66, vector -> {
            seals(new AccpAes256Gcm(), vector);
            opens(new AccpAes256Gcm(), vector);
        });
    }

    @Test
    void refusesNoncesOfAnotherLength() {
        vectors.groups(group -> group.number("keySize") == 128 && group.number("ivSize") != 96)
                .verify(41, vector -> refusesTheNonce(new AccpAes128Gcm(), vector));
        vectors.groups(group -> group.number("keySize") == 256 && group.number("ivSize") != 96)
                .verify(39, vector -> refusesTheNonce(new AccpAes256Gcm(), vector));
    }

    @Test
    void refusesKeysOf192Bits() {
        vectors.groups(group -> group.number("keySize") == 192).verify(103, vector -> {
            refusesTheKey(new AccpAes128Gcm(), vector);
            refusesTheKey(new AccpAes256Gcm(), vector);
        });
    }

    private Wycheproof vectors(int keySize, int ivSize) {
        return vectors.groups(group -> group.number("keySize") == keySize
                && group.number("ivSize") == ivSize
                && group.number("tagSize") == 128);
    }

    /** In one piece and in two: the second is what TLS 1.3 puts behind the content. */
    private static void seals(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        byte[] wanted = sealed(vector);
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
            if (vector.isValid()) assertThat(out).isEqualTo(wanted);
            else assertThat(out).isNotEqualTo(wanted);
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

    private static void refusesTheKey(AeadCipher cipher, Wycheproof.Vector vector) {
        try (Secret key = Secret.of(vector.bytes("key"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cipher.sealer(key))
                    .withMessageContaining("24 bytes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cipher.opener(key))
                    .withMessageContaining("24 bytes");
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
