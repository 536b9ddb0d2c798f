package dev.dovetail.tls.sessions;

import java.time.Duration;

/** Durations as nanoseconds, of which a long holds 292 years. */
final class Nanos {

    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanos() {}

    static long of(Duration duration) {
        return duration.compareTo(MOST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    /** Refuses a duration that is none. */
    static Duration positive(Duration duration, String what) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(what + " is more than no time, not " + duration);
        }
        return duration;
    }
}
