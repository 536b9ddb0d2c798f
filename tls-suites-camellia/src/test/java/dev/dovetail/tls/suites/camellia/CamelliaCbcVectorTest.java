package dev.dovetail.tls.suites.camellia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The known answers of RFC 3713, and all 216 vectors of Wycheproof's file. Those are padded as in PKCS #5 and the cipher
 * does not pad, so the test does; an invalid vector is right as CBC and wrong in its padding only.
 */
final class CamelliaCbcVectorTest {

    private final Wycheproof vectors =
            Wycheproof.load(CamelliaCbcVectorTest.class, "/wycheproof/camellia_cbc_pkcs5_test.json");

    /** RFC 3713 A: one block, for which CBC with an IV of zeros is the cipher itself. */
    @Test
    void agreesWithTheKnownAnswersOfRfc3713() {
        byte[] text = Hex.bytes("0123456789abcdeffedcba9876543210");
        byte[] longKey = Hex.bytes("0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff");
        answers(new Camellia128Cbc(), text, text, "67673138549669730857065648eabe43");
        answers(new Camellia256Cbc(), longKey, text, "9acc237dff16d76c20ef7c919e3a7509");
    }

    @Test
    void encryptsAndDecryptsWithKeysOf128Bits() {
        vectors.groups(group -> group.number("keySize") == 128)
                .verify(72, vector -> check(new Camellia128Cbc(), vector));
    }

    @Test
    void encryptsAndDecryptsWithKeysOf256Bits() {
        vectors.groups(group -> group.number("keySize") == 256)
                .verify(72, vector -> check(new Camellia256Cbc(), vector));
    }

    @Test
    void refusesKeysOf192Bits() {
        vectors.groups(group -> group.number("keySize") == 192).verify(72, vector -> {
            try (Secret key = Secret.of(vector.bytes("key"))) {
                for (CbcCipher cipher : List.of(new Camellia128Cbc(), new Camellia256Cbc())) {
                    assertThatIllegalArgumentException().isThrownBy(() -> cipher.encryptor(key));
                    assertThatIllegalArgumentException().isThrownBy(() -> cipher.decryptor(key));
                }
            }
        });
    }

    private static void answers(CbcCipher cipher, byte[] key, byte[] text, String wanted) {
        try (Secret secret = Secret.of(key.clone());
                CbcCipher.Transform encryptor = cipher.encryptor(secret);
                CbcCipher.Transform decryptor = cipher.decryptor(secret)) {
            byte[] iv = new byte[16];
            assertThat(transform(encryptor, iv, text)).isEqualTo(Hex.bytes(wanted));
            assertThat(transform(decryptor, iv, Hex.bytes(wanted))).isEqualTo(text);
        }
    }

    private static void check(CbcCipher cipher, Wycheproof.Vector vector) {
        byte[] encrypted = vector.bytes("ct");
        byte[] iv = vector.bytes("iv");
        try (Secret key = Secret.of(vector.bytes("key"));
                CbcCipher.Transform encryptor = cipher.encryptor(key);
                CbcCipher.Transform decryptor = cipher.decryptor(key)) {
            byte[] padded = transform(decryptor, iv, encrypted);
            if (vector.isValid()) {
                assertThat(padded).isEqualTo(padded(vector.bytes("msg")));
                assertThat(unpadded(padded)).hasValue(vector.bytes("msg"));
            } else {
                assertThat(unpadded(padded)).isEmpty();
            }
            assertThat(transform(encryptor, iv, padded)).isEqualTo(encrypted);
        }
    }

    private static byte[] transform(CbcCipher.Transform transform, byte[] iv, byte[] in) {
        byte[] out = new byte[in.length];
        transform.transform(iv, 0, in, 0, in.length, out, 0);
        return out;
    }

    private static byte[] padded(byte[] text) {
        int count = 16 - text.length % 16;
        byte[] padded = Arrays.copyOf(text, text.length + count);
        Arrays.fill(padded, text.length, padded.length, (byte) count);
        return padded;
    }

    private static Optional<byte[]> unpadded(byte[] padded) {
        if (padded.length == 0) return Optional.empty();
        int count = padded[padded.length - 1];
        if (count < 1 || count > 16) return Optional.empty();
        byte[] text = Arrays.copyOf(padded, padded.length - count);
        return Arrays.equals(padded(text), padded) ? Optional.of(text) : Optional.empty();
    }
}
