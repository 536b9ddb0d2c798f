package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedPremasterTest {

    private static final int VERSION = 0x0303;
    private static final byte[] SUBSTITUTE = filled(48, 0x5a);

    @ParameterizedTest
    @ValueSource(ints = {59, 60, 128, 256, 512})
    void takesTheMessageOutOfItsPadding(int length) {
        byte[] encoded = encoded(length);
        byte[] expected = Arrays.copyOfRange(encoded, length - 48, length);
        assertThat(EncodedPremaster.decode(encoded, VERSION, SUBSTITUTE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 256})
    void substitutesIfAnyByteOfTheFormIsWrong(int length) {
        int start = length - 48;
        for (int at = 0; at < start + 2; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] encoded = encoded(length);
                // Padding may be anything but zero; all other bytes before the random ones are fixed.
                boolean right = at >= 2 && at < start - 1 ? value != 0 : (encoded[at] & 0xff) == value;
                encoded[at] = (byte) value;
                byte[] expected = right ? Arrays.copyOfRange(encoded, start, length) : SUBSTITUTE;
                assertThat(EncodedPremaster.decode(encoded, VERSION, SUBSTITUTE))
                        .as("byte %d is %d", at, value)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void takesAnyRandomBytes() {
        for (int value = 0; value < 256; value++) {
            byte[] encoded = encoded(256);
            Arrays.fill(encoded, 256 - 46, 256, (byte) value);
            assertThat(EncodedPremaster.decode(encoded, VERSION, SUBSTITUTE))
                    .isEqualTo(Arrays.copyOfRange(encoded, 256 - 48, 256));
        }
    }

    @Test
    void comparesTheVersionOfTheClientHello() {
        byte[] encoded = encoded(256);
        for (int version : new int[] {0x0302, 0x0304, 0x0003, 0x0300, 0x8303, 0x0383}) {
            assertThat(EncodedPremaster.decode(encoded, version, SUBSTITUTE)).isEqualTo(SUBSTITUTE);
        }
        encoded[256 - 48] = (byte) 0x80;
        encoded[256 - 47] = (byte) 0xff;
        assertThat(EncodedPremaster.decode(encoded, 0x80ff, SUBSTITUTE)).isNotEqualTo(SUBSTITUTE);
    }

    @Test
    void substitutesForNothing() {
        assertThat(EncodedPremaster.decode(new byte[256], VERSION, SUBSTITUTE)).isEqualTo(SUBSTITUTE);
        assertThat(EncodedPremaster.decode(filled(256, 0xff), VERSION, SUBSTITUTE))
                .isEqualTo(SUBSTITUTE);
    }

    @Test
    void leavesItsInputsAlone() {
        byte[] encoded = encoded(256);
        byte[] substitute = SUBSTITUTE.clone();
        byte[] premaster = EncodedPremaster.decode(encoded, 0, substitute);
        assertThat(encoded).isEqualTo(encoded(256));
        assertThat(substitute).isEqualTo(SUBSTITUTE);
        assertThat(premaster).isNotSameAs(substitute);
    }

    private static byte[] encoded(int length) {
        byte[] encoded = filled(length, 0xa7);
        encoded[0] = 0;
        encoded[1] = 2;
        encoded[length - 49] = 0;
        encoded[length - 48] = (byte) (VERSION >>> 8);
        encoded[length - 47] = (byte) VERSION;
        for (int i = length - 46; i < length; i++) encoded[i] = (byte) i;
        return encoded;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
