package dev.dovetail.tls.suites.aegis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the lengths, the pieces and the places: what was sealed opens to what it was. */
final class AegisPropertyTest {

    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(classes = {Aegis128L.class, Aegis256.class})
    void opensWhatItSealedInPlaceAndOutOfPlace(Class<? extends AegisCipher> type) throws Exception {
        AeadCipher cipher = type.getDeclaredConstructor().newInstance();
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] text = bytes(random, random.nextInt(200));
            byte[] nonce = bytes(random, cipher.nonceLength());
            byte[] aad = bytes(random, random.nextInt(70));
            int split = random.nextInt(text.length + 1);
            int start = random.nextInt(40);
            try (Secret key = Secret.of(bytes(random, cipher.keyLength()));
                    AeadCipher.Sealer sealer = cipher.sealer(key);
                    AeadCipher.Opener opener = cipher.opener(key)) {
                byte[] suffix = Arrays.copyOfRange(text, split, text.length);
                byte[] apart = new byte[start + text.length + 16];
                sealer.seal(nonce, aad, aad.length, text, 0, split, suffix, suffix.length, apart, start);
                byte[] place = new byte[start + text.length + 16];
                System.arraycopy(text, 0, place, start, split);
                sealer.seal(nonce, aad, aad.length, place, start, split, suffix, suffix.length, place, start);
                assertThat(place).isEqualTo(apart);
                byte[] out = new byte[text.length];
                int length = text.length + 16;
                assertThat(opener.open(nonce, aad, aad.length, apart, start, length, out, 0))
                        .isEqualTo(text.length);
                assertThat(out).isEqualTo(text);
                assertThat(opener.open(nonce, aad, aad.length, place, start, length, place, start))
                        .isEqualTo(text.length);
                assertThat(Arrays.copyOfRange(place, start, start + text.length))
                        .isEqualTo(text);
                apart[start + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
                assertThat(opener.open(nonce, aad, aad.length, apart, start, length, apart, start))
                        .isEqualTo(-1);
                assertThat(Arrays.copyOfRange(apart, start, start + text.length))
                        .containsOnly(new byte[text.length == 0 ? 0 : 1]);
            }
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
