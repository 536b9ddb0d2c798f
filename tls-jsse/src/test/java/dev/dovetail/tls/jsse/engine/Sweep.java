package dev.dovetail.tls.jsse.engine;

import java.util.stream.IntStream;

/**
 * How much is swept. With {@code -Ddovetail.engine.sweep=full} it is every place of every course. Else it is every
 * place of the two plain courses where one run does it for all records, and places a prime apart for what remains.
 */
final class Sweep {

    private static final boolean FULL =
            System.getProperty("dovetail.engine.sweep", "short").equals("full");

    private Sweep() {}

    static boolean full() {
        return FULL;
    }

    /** The distance of two places of a sweep that costs a handshake for each. */
    static int step(Course course) {
        if (FULL) return 1;
        return plain(course) ? 31 : 127;
    }

    /** The places from 1, below an end: those in and just behind a record's header always. */
    static int[] places(Course course, int end) {
        return IntStream.range(1, end)
                .filter(at -> FULL || plain(course) || at < 9 || at % 31 == course.ordinal())
                .toArray();
    }

    /**
     * Numbers of bytes at which buffers are too small, just large enough, or one too large: 0 to 70, and around 2^14.
     */
    static int[] sizes(int... more) {
        IntStream around = IntStream.rangeClosed((1 << 14) - 1, (1 << 14) + 6);
        return IntStream.concat(IntStream.concat(IntStream.rangeClosed(0, 70), around), IntStream.of(more))
                .toArray();
    }

    private static boolean plain(Course course) {
        return course == Course.TLS13 || course == Course.TLS12;
    }
}
