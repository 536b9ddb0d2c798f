package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Wycheproof's vectors, and those of RFC 8998 A. */
final class Sm4VectorTest {

    private static final byte[] NOTHING = {};
    private static final byte[] KEY = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
    private static final byte[] NONCE = Hex.bytes("00001234567800000000ABCD");
    private static final byte[] AAD = Hex.bytes("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
    private static final byte[] TEXT = Hex.bytes(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB",
            "CCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD",
            "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFF",
            "EEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");

    @Test
    void sealsTheGcmVectorOfRfc8998() {
        assertThat(seal(new Sm4Gcm(), KEY, NONCE, AAD, TEXT, TEXT.length))
                .isEqualTo(Hex.bytes(
                        "17F399F08C67D5EE19D0DC9969C4BB7D",
                        "5FD46FD3756489069157B282BB200735",
                        "D82710CA5C22F0CCFA7CBF93D496AC15",
                        "A56834CBCF98C397B4024A2691233B8D",
                        "83DE3541E4C2B58177E065A9BF7B62EC"));
    }

    @Test
    void sealsTheCcmVectorOfRfc8998() {
        assertThat(seal(new Sm4Ccm(), KEY, NONCE, AAD, TEXT, TEXT.length))
                .isEqualTo(Hex.bytes(
                        "48AF93501FA62ADBCD414CCE6034D895",
                        "DDA1BF8F132F042098661572E7483094",
                        "FD12E518CE062C98ACEE28D95DF4416B",
                        "ED31A2F04476C18BB40C84A74B97DC5B",
                        "16842D4FA186F56AB33256971FA110F4"));
    }

    @Test
    void sealsAndOpensWycheproofsGcm() {
        sealsAndOpens(new Sm4Gcm(), "/wycheproof/sm4_gcm_test.json", 65);
    }

    @Test
    void sealsAndOpensWycheproofsCcm() {
        sealsAndOpens(new Sm4Ccm(), "/wycheproof/sm4_ccm_test.json", 78);
    }

    @Test
    void refusesNoncesOfAnotherLength() {
        refusesNonces(new Sm4Gcm(), "/wycheproof/sm4_gcm_test.json", 39);
        refusesNonces(new Sm4Ccm(), "/wycheproof/sm4_ccm_test.json", 49);
    }

    /** BouncyCastle's CCM would do it. */
    @Test
    void refusesToSealWithTheLastNonceAgain() {
        for (AeadCipher cipher : new AeadCipher[] {new Sm4Gcm(), new Sm4Ccm()}) {
            try (Secret key = Secret.of(KEY.clone());
                    AeadCipher.Sealer sealer = cipher.sealer(key)) {
                byte[] out = new byte[TEXT.length + 16];
                sealer.seal(NONCE, AAD, AAD.length, TEXT, 0, TEXT.length, NOTHING, 0, out, 0);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> sealer.seal(NONCE, AAD, AAD.length, TEXT, 0, TEXT.length, NOTHING, 0, out, 0))
                        .withMessageContaining("nonce");
            }
        }
    }

    private static void sealsAndOpens(AeadCipher cipher, String file, int expected) {
        Wycheproof.load(Sm4VectorTest.class, file)
                .groups(group -> group.number("ivSize") == 96
                        && group.number("keySize") == 128
                        && group.number("tagSize") == 128)
                .verify(expected, vector -> {
                    byte[] text = vector.bytes("msg");
                    for (int split : new int[] {text.length, Math.max(text.length - 1, 0), 0}) {
                        byte[] out =
                                seal(cipher, vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), text, split);
                        // An invalid vector is the valid one with another tag.
                        if (vector.isValid()) assertThat(out).isEqualTo(sealed(vector));
                        else assertThat(out).isNotEqualTo(sealed(vector));
                    }
                    opens(cipher, vector);
                });
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
            if (vector.isValid()) assertThat(out).isEqualTo(text);
            else assertThat(out).as("nothing of the plaintext").isNotEqualTo(text.length == 0 ? null : text);
        }
    }

    private static void refusesNonces(AeadCipher cipher, String file, int expected) {
        Wycheproof.load(Sm4VectorTest.class, file)
                .groups(group -> group.number("ivSize") != 96)
                .verify(expected, vector -> {
                    byte[] nonce = vector.bytes("iv");
                    try (Secret key = Secret.of(KEY.clone());
                            AeadCipher.Sealer sealer = cipher.sealer(key);
                            AeadCipher.Opener opener = cipher.opener(key)) {
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> opener.open(nonce, NOTHING, 0, TEXT, 0, 64, new byte[64], 0))
                                .withMessageContaining("nonce");
                        assertThatIllegalArgumentException()
                                .isThrownBy(
                                        () -> sealer.seal(nonce, NOTHING, 0, TEXT, 0, 0, NOTHING, 0, new byte[16], 0))
                                .withMessageContaining("nonce");
                    }
                });
    }

    private static byte[] seal(AeadCipher cipher, byte[] bytes, byte[] nonce, byte[] aad, byte[] text, int split) {
        byte[] suffix = Arrays.copyOfRange(text, split, text.length);
        byte[] out = new byte[text.length + cipher.tagLength()];
        try (Secret key = Secret.of(bytes.clone());
                AeadCipher.Sealer sealer = cipher.sealer(key)) {
            int written = sealer.seal(nonce, aad, aad.length, text, 0, split, suffix, suffix.length, out, 0);
            assertThat(written).isEqualTo(out.length);
        }
        return out;
    }

    private static byte[] sealed(Wycheproof.Vector vector) {
        byte[] text = vector.bytes("ct");
        byte[] tag = vector.bytes("tag");
        byte[] both = Arrays.copyOf(text, text.length + tag.length);
        System.arraycopy(tag, 0, both, text.length, tag.length);
        return both;
    }
}
