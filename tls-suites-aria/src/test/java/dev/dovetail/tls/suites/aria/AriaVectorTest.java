package dev.dovetail.tls.suites.aria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The known answers of RFC 5794, and Wycheproof's 311 vectors of ARIA in GCM: those with our lengths are sealed and
 * opened, the others must be refused.
 */
final class AriaVectorTest {

    private static final byte[] NOTHING = {};

    private final Wycheproof vectors = Wycheproof.load(AriaVectorTest.class, "/wycheproof/aria_gcm_test.json");

    /** RFC 5794 A.1 and A.3: one block, for which CBC with an IV of zeros is the cipher itself. */
    @Test
    void agreesWithTheKnownAnswersOfRfc5794() {
        answers(new Aria128Cbc(), "000102030405060708090a0b0c0d0e0f", "d718fbd6ab644c739da95f3be6451778");
        answers(
                new Aria256Cbc(),
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "f92bd7c79fb72e2f2b8f80c1972d24fc");
    }

    @Test
    void sealsAndOpensWithKeysOf128Bits() {
        vectors(128).verify(65, vector -> check(new Aria128Gcm(), vector));
    }

    @Test
    void sealsAndOpensWithKeysOf256Bits() {
        vectors(256).verify(65, vector -> check(new Aria256Gcm(), vector));
    }

    @Test
    void refusesNoncesOfAnotherLength() {
        vectors.groups(group -> group.number("keySize") == 128 && group.number("ivSize") != 96)
                .verify(39, vector -> refusesTheNonce(new Aria128Gcm(), vector));
        vectors.groups(group -> group.number("keySize") == 256 && group.number("ivSize") != 96)
                .verify(39, vector -> refusesTheNonce(new Aria256Gcm(), vector));
    }

    @Test
    void refusesKeysOf192Bits() {
        vectors.groups(group -> group.number("keySize") == 192).verify(103, vector -> {
            try (Secret key = Secret.of(vector.bytes("key"))) {
                for (AeadCipher cipher : List.of(new Aria128Gcm(), new Aria256Gcm())) {
                    assertThatIllegalArgumentException().isThrownBy(() -> cipher.sealer(key));
                    assertThatIllegalArgumentException().isThrownBy(() -> cipher.opener(key));
                }
            }
        });
    }

    private Wycheproof vectors(int keySize) {
        return vectors.groups(group ->
                group.number("keySize") == keySize && group.number("ivSize") == 96 && group.number("tagSize") == 128);
    }

    private static void answers(CbcCipher cipher, String key, String encrypted) {
        byte[] text = Hex.bytes("00112233445566778899aabbccddeeff");
        byte[] out = new byte[16];
        try (Secret secret = Secret.of(Hex.bytes(key));
                CbcCipher.Transform encryptor = cipher.encryptor(secret);
                CbcCipher.Transform decryptor = cipher.decryptor(secret)) {
            encryptor.transform(new byte[16], 0, text, 0, 16, out, 0);
            assertThat(out).isEqualTo(Hex.bytes(encrypted));
            decryptor.transform(new byte[16], 0, out, 0, 16, out, 0);
            assertThat(out).isEqualTo(text);
        }
    }

    /** Sealed in one piece and in two: the second is what TLS 1.3 would put behind the content. */
    private static void check(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        byte[] aad = vector.bytes("aad");
        byte[] in = sealed(vector);
        byte[] opened = new byte[text.length];
        Arrays.fill(opened, (byte) 0x5a);
        try (Secret key = Secret.of(vector.bytes("key"));
                AeadCipher.Opener opener = cipher.opener(key)) {
            for (int split : new int[] {text.length, Math.max(text.length - 1, 0), 0}) {
                byte[] suffix = Arrays.copyOfRange(text, split, text.length);
                byte[] out = new byte[text.length + cipher.tagLength()];
                try (AeadCipher.Sealer sealer = cipher.sealer(key)) {
                    sealer.seal(vector.bytes("iv"), aad, aad.length, text, 0, split, suffix, suffix.length, out, 0);
                }
                // An invalid vector is the valid one with another tag.
                if (vector.isValid()) assertThat(out).isEqualTo(in);
                else assertThat(out).isNotEqualTo(in);
            }
            int read = opener.open(vector.bytes("iv"), aad, aad.length, in, 0, in.length, opened, 0);
            assertThat(read).isEqualTo(vector.isValid() ? text.length : -1);
            assertThat(opened).isEqualTo(vector.isValid() ? text : new byte[text.length]);
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
