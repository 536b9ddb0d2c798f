package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A range within a larger array, whose surroundings must stay as they are. */
final class Guarded {

    private static final int MARGIN = 37;
    private static final byte MARK = (byte) 0xa5;

    private final byte[] array;
    private final int length;

    private Guarded(byte[] array, int length) {
        this.array = array;
        this.length = length;
    }

    static Guarded range(int length) {
        byte[] array = new byte[MARGIN + length + MARGIN];
        Arrays.fill(array, MARK);
        return new Guarded(array, length);
    }

    static Guarded around(byte[] content) {
        Guarded guarded = range(content.length);
        System.arraycopy(content, 0, guarded.array, MARGIN, content.length);
        return guarded;
    }

    byte[] array() {
        return array;
    }

    int offset() {
        return MARGIN;
    }

    byte[] content() {
        return Arrays.copyOfRange(array, MARGIN, MARGIN + length);
    }

    void assertSurroundingsUntouched(String what) {
        byte[] margin = new byte[MARGIN];
        Arrays.fill(margin, MARK);
        assertThat(Arrays.copyOf(array, MARGIN))
                .as("%s changed bytes in front of the range it was given", what)
                .isEqualTo(margin);
        assertThat(Arrays.copyOfRange(array, MARGIN + length, array.length))
                .as("%s changed bytes behind the range it was given", what)
                .isEqualTo(margin);
    }
}
