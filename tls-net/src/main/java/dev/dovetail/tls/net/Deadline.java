package dev.dovetail.tls.net;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment by which something has to be done, or none. A peer that sends byte by byte can't move it. */
final class Deadline {

    private static final Deadline NONE = new Deadline(Duration.ZERO, "");
    private static final Deadline OF_SOCKET = new Deadline(Duration.ZERO, "nothing came");

    private final Duration time;
    private final boolean bounded;
    private final long moment;
    private final String subject;

    private Deadline(Duration time, String subject) {
        this.time = time;
        this.bounded = !time.isZero();
        this.moment = System.nanoTime() + nanos(time);
        this.subject = subject;
    }

    /** {@link Duration#ZERO} is none. The subject is what did not happen within the time, for the message. */
    static Deadline in(Duration time, String subject) {
        return time.isZero() ? NONE : new Deadline(time, subject);
    }

    /** None of our own: the socket's time-out stays as its owner has set it. */
    static Deadline ofSocket() {
        return OF_SOCKET;
    }

    boolean isOfSocket() {
        return this == OF_SOCKET;
    }

    /** Nanoseconds that are left, 0 if there are none; {@link Long#MAX_VALUE} if there is no bound. */
    long nanosLeft() {
        return bounded ? Math.max(0, moment - System.nanoTime()) : Long.MAX_VALUE;
    }

    /** For {@link java.net.Socket#setSoTimeout}: 0 waits for ever. Refuses if the moment has passed. */
    int socketTimeout() throws SocketTimeoutException {
        if (!bounded) return 0;
        long left = nanosLeft();
        if (left == 0) throw timeout();
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }

    SocketTimeoutException timeout() {
        return new SocketTimeoutException(subject + " within " + time.toMillis() / 1000.0 + " seconds");
    }

    private static long nanos(Duration time) {
        // Longer than a century is for ever; Duration.toNanos would overflow.
        return time.toDays() > 36500 ? TimeUnit.DAYS.toNanos(36500) : time.toNanos();
    }

    /** Refuses a time that nobody can wait for. */
    static Duration notNegative(Duration time) {
        if (time.isNegative()) throw new IllegalArgumentException("a negative time: " + time);
        return time;
    }
}
