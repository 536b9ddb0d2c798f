package dev.dovetail.tls.ciphers.ccm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wycheproof's 552 vectors and NIST's of SP 800-38C: those with lengths that TLS has are sealed and opened, those with
 * another nonce or key must be refused, and nobody can ask for another tag.
 */
final class CcmVectorTest {

    private final Wycheproof vectors = Wycheproof.load(CcmVectorTest.class, "/wycheproof/aes_ccm_test.json");

    private static Stream<AeadCipher> ciphers() {
        return Ciphers.all().stream();
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void sealsAndOpens(AeadCipher cipher) {
        vectors.groups(group -> group.number("keySize") == 8 * cipher.keyLength()
                        && group.number("ivSize") == 96
                        && group.number("tagSize") == 8 * cipher.tagLength())
                .verify(cipher.tagLength() == 16 ? 78 : 8, vector -> {
                    seals(cipher, vector);
                    opens(cipher, vector);
                });
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void refusesNoncesOfAnotherLength(AeadCipher cipher) {
        byte[] key = new byte[cipher.keyLength()];
        vectors.groups(group -> group.number("keySize") == 8 * cipher.keyLength() && group.number("ivSize") != 96)
                .verify(49, vector -> {
                    byte[] nonce = vector.bytes("iv");
                    byte[] sealed = sealed(vector);
                    assertThatIllegalArgumentException()
                            .isThrownBy(() ->
                                    Ciphers.open(cipher, key, nonce, Ciphers.NOTHING, sealed, new byte[sealed.length]))
                            .withMessageContaining("nonce");
                    assertThatIllegalArgumentException()
                            .isThrownBy(
                                    () -> Ciphers.seal(cipher, key, nonce, Ciphers.NOTHING, sealed, Ciphers.NOTHING))
                            .withMessageContaining("nonce");
                });
    }

    /** NIST SP 800-38C, example 3: a nonce of 12 bytes and a tag of 8. */
    @Test
    void agreesWithTheExampleOfNist() {
        byte[] key = bytes(0x40, 16);
        byte[] nonce = bytes(0x10, 12);
        byte[] aad = bytes(0x00, 20);
        byte[] text = bytes(0x20, 24);
        byte[] wanted = Hex.bytes("e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5484392fbc1b09951");
        for (AeadCipher cipher : List.of(new JdkAes128Ccm8(), new BouncyCastleAes128Ccm8())) {
            assertThat(Ciphers.seal(cipher, key, nonce, aad, text, Ciphers.NOTHING))
                    .isEqualTo(wanted);
            byte[] opened = new byte[24];
            assertThat(Ciphers.open(cipher, key, nonce, aad, wanted, opened)).isEqualTo(24);
            assertThat(opened).isEqualTo(text);
        }
    }

    /** In one piece and in two: the second is what TLS 1.3 puts behind the content. */
    private static void seals(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        for (int split : new int[] {text.length, Math.max(text.length - 1, 0), 0}) {
            byte[] first = Arrays.copyOf(text, split);
            byte[] second = Arrays.copyOfRange(text, split, text.length);
            byte[] out =
                    Ciphers.seal(cipher, vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), first, second);
            // An invalid vector is the valid one with another tag.
            if (vector.isValid()) assertThat(out).isEqualTo(sealed(vector));
            else assertThat(out).isNotEqualTo(sealed(vector));
        }
    }

    private static void opens(AeadCipher cipher, Wycheproof.Vector vector) {
        byte[] text = vector.bytes("msg");
        byte[] out = new byte[text.length];
        Arrays.fill(out, (byte) 0x5a);
        int read =
                Ciphers.open(cipher, vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), sealed(vector), out);
        assertThat(read).isEqualTo(vector.isValid() ? text.length : -1);
        assertThat(out).isEqualTo(vector.isValid() ? text : new byte[text.length]);
    }

    private static byte[] sealed(Wycheproof.Vector vector) {
        byte[] text = vector.bytes("ct");
        byte[] tag = vector.bytes("tag");
        byte[] both = Arrays.copyOf(text, text.length + tag.length);
        System.arraycopy(tag, 0, both, text.length, tag.length);
        return both;
    }

    private static byte[] bytes(int first, int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (first + i));
        return bytes;
    }
}
