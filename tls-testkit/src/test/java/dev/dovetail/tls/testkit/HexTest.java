package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HexTest {

    @Test
    void readsDigitsAsRfcsPrintThem() {
        assertThat(Hex.bytes("00 0A\n   ff", "1", "2")).containsExactly(0x00, 0x0a, 0xff, 0x12);
        assertThat(Hex.bytes()).isEmpty();
    }

    @Test
    void refusesWhatIsNoDigitOrHalfAByte() {
        assertThatThrownBy(() -> Hex.bytes("0g")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hex.bytes("012")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesLowerCase() {
        assertThat(Hex.text(new byte[] {0, (byte) 0xAB})).isEqualTo("00ab");
    }
}
