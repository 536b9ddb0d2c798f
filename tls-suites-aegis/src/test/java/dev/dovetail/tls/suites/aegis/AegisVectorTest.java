package dev.dovetail.tls.suites.aegis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Wycheproof's vectors, and those of draft-irtf-cfrg-aegis-aead A.2 and A.3 with tags of 128 bits. */
final class AegisVectorTest {

    private static final String AD_8 = "0001020304050607";
    private static final String MESSAGE_32 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String AD_42 = MESSAGE_32 + "20212223242526272829";
    private static final String MESSAGE_40 =
            "101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637";

    @Test
    void sealsAndOpensWycheproofs128L() {
        sealsAndOpens(new Aegis128L(), "/wycheproof/aegis128L_test.json", 479);
    }

    @Test
    void sealsAndOpensWycheproofs256() {
        sealsAndOpens(new Aegis256(), "/wycheproof/aegis256_test.json", 472);
    }

    @Test
    void sealsTheDrafts128L() {
        seals128L(
                "",
                "00000000000000000000000000000000",
                "c1c0e58bd913006feba00f4b3cc3594e",
                "abe0ece80c24868a226a35d16bdae37a");
        seals128L("", "", "", "c2b879a67def9d74e6c14f708bbcc9b4");
        seals128L(
                AD_8,
                MESSAGE_32,
                "79d94593d8c2119d7e8fd9b8fc77845c5c077a05b2528b6ac54b563aed8efe84",
                "cc6f3372f6aa1bb82388d695c3962d9a");
        seals128L(
                AD_8, MESSAGE_32.substring(0, 28), "79d94593d8c2119d7e8fd9b8fc77", "5c04b3dba849b2701effbe32c7f0fab7");
        seals128L(
                AD_42,
                MESSAGE_40,
                "b31052ad1cca4e291abcf2df3502e6bdb1bfd6db36798be3607b1f94d34478aa7ede7f7a990fec10",
                "7542a745733014f9474417b337399507");
    }

    @Test
    void sealsTheDrafts256() {
        seals256(
                "",
                "00000000000000000000000000000000",
                "754fc3d8c973246dcc6d741412a4b236",
                "3fe91994768b332ed7f570a19ec5896e");
        seals256("", "", "", "e3def978a0f054afd1e761d7553afba3");
        seals256(
                AD_8,
                MESSAGE_32,
                "f373079ed84b2709faee373584585d60accd191db310ef5d8b11833df9dec711",
                "8d86f91ee606e9ff26a01b64ccbdd91d");
        seals256(AD_8, MESSAGE_32.substring(0, 28), "f373079ed84b2709faee37358458", "c60b9c2d33ceb058f96e6dd03c215652");
        seals256(
                AD_42,
                MESSAGE_40,
                "57754a7d09963e7c787583a2e7b859bb24fa1e04d49fd550b2511a358e3bca252a9b1b8b30cc4a67",
                "ab8a7d53fd0e98d727accca94925e128");
    }

    /** Vectors 6 to 9: another key and nonce, another text, other additional data, another tag. */
    @Test
    void refusesWhatTheDraftSaysMustBeRefused() {
        String key = "10010000000000000000000000000000";
        String nonce = "10000200000000000000000000000000";
        String text = "79d94593d8c2119d7e8fd9b8fc77";
        String tag = "5c04b3dba849b2701effbe32c7f0fab7";
        assertThat(opened(key, nonce, AD_8, text + tag)).isEqualTo(14);
        assertThat(opened(nonce, key, AD_8, text + tag)).isEqualTo(-1);
        assertThat(opened(key, nonce, AD_8, "79d94593d8c2119d7e8fd9b8fc78" + tag))
                .isEqualTo(-1);
        assertThat(opened(key, nonce, "0001020304050608", text + tag)).isEqualTo(-1);
        assertThat(opened(key, nonce, AD_8, text + "6c04b3dba849b2701effbe32c7f0fab8"))
                .isEqualTo(-1);
    }

    private static int opened(String key, String nonce, String aad, String sealed) {
        byte[] in = Hex.bytes(sealed);
        byte[] data = Hex.bytes(aad);
        try (Secret secret = Secret.of(Hex.bytes(key));
                AeadCipher.Opener opener = new Aegis128L().opener(secret)) {
            return opener.open(Hex.bytes(nonce), data, data.length, in, 0, in.length, new byte[in.length], 0);
        }
    }

    private static void seals128L(String aad, String message, String text, String tag) {
        String zeros = "00".repeat(12);
        seals(new Aegis128L(), "10010000" + zeros, "10000200" + zeros, aad, message, text + tag);
    }

    private static void seals256(String aad, String message, String text, String tag) {
        String zeros = "00".repeat(28);
        seals(new Aegis256(), "10010000" + zeros, "10000200" + zeros, aad, message, text + tag);
    }

    private static void seals(
            AeadCipher cipher, String key, String nonce, String aad, String message, String expected) {
        byte[] text = Hex.bytes(message);
        assertThat(seal(cipher, Hex.bytes(key), Hex.bytes(nonce), Hex.bytes(aad), text, text.length))
                .isEqualTo(Hex.bytes(expected));
    }

    private static void sealsAndOpens(AeadCipher cipher, String file, int expected) {
        Wycheproof.load(AegisVectorTest.class, file).verify(expected, vector -> {
            byte[] text = vector.bytes("msg");
            for (int split : new int[] {text.length, Math.max(text.length - 1, 0), 0}) {
                byte[] out = seal(cipher, vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), text, split);
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
            assertThat(out).isEqualTo(vector.isValid() ? text : new byte[text.length]);
        }
    }

    private static byte[] seal(AeadCipher cipher, byte[] bytes, byte[] nonce, byte[] aad, byte[] text, int split) {
        byte[] suffix = Arrays.copyOfRange(text, split, text.length);
        byte[] out = new byte[text.length + cipher.tagLength()];
        try (Secret key = Secret.of(bytes);
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
