package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbcInternalsTest {

    @Test
    void comparesByMasks() {
        int[] values = {0, 1, 2, 127, 128, 255, 256, 16383, 1 << 20, 1 << 30};
        for (int a : values) {
            for (int b : values) {
                assertThat(ConstantTime.less(a, b)).isEqualTo(a < b ? -1 : 0);
                assertThat(ConstantTime.atMost(a, b)).isEqualTo(a <= b ? -1 : 0);
                assertThat(ConstantTime.equal(a, b)).isEqualTo(a == b ? -1 : 0);
            }
        }
    }

    @Test
    void comparesArraysByMasks() {
        byte[] array = Suites.pattern(48, 1);
        assertThat(ConstantTime.equal(array, array.clone())).isEqualTo(-1);
        for (int bit = 0; bit < 8 * array.length; bit++) {
            byte[] other = array.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ConstantTime.equal(array, other)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 28, 32, 33, 48, 64})
    void takesTheMacFromWhereverItIs(int macLength) {
        byte[] body = Suites.pattern(400, 3);
        HiddenMac hidden = new HiddenMac(macLength);
        for (int length : new int[] {macLength + 1, 100, 320, 400}) {
            for (int padding = 1; padding <= 256 && macLength + padding <= length; padding++) {
                int start = length - padding - macLength;
                assertThat(hidden.extract(body, 0, length, start))
                        .isEqualTo(Arrays.copyOfRange(body, start, start + macLength));
            }
        }
    }

    @Test
    void acceptsEveryPaddingThatIsWhole() {
        for (int padding = 1; padding <= 256; padding++) {
            byte[] body = new byte[330];
            Arrays.fill(body, 3, 303, (byte) 0xee);
            Arrays.fill(body, 303 - padding, 303, (byte) (padding - 1));
            assertThat(CbcPadding.check(body, 3, 300, 20)).isEqualTo(padding);
        }
    }

    @Test
    void refusesEveryPaddingWithAWrongByte() {
        for (int padding = 2; padding <= 256; padding++) {
            for (int wrong = 2; wrong <= padding; wrong++) {
                byte[] body = new byte[300];
                Arrays.fill(body, 300 - padding, 300, (byte) (padding - 1));
                body[300 - wrong] ^= 0x40;
                assertThat(CbcPadding.check(body, 0, 300, 20)).isEqualTo(-1);
            }
        }
    }

    @Test
    void refusesPaddingThatReachesIntoTheMac() {
        for (int length = 21; length < 276; length++) {
            byte[] body = new byte[length];
            Arrays.fill(body, (byte) (length - 20));
            assertThat(CbcPadding.check(body, 0, length, 20)).isEqualTo(-1);
            Arrays.fill(body, (byte) (length - 21));
            assertThat(CbcPadding.check(body, 0, length, 20)).isEqualTo(length - 20);
        }
    }
}
