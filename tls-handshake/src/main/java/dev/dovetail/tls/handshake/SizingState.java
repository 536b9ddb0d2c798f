package dev.dovetail.tls.handshake;

import java.util.function.LongSupplier;

/** Where one connection stands in its {@link RecordSizing}. Asks for the time only where first records are small. */
final class SizingState {

    private final RecordSizing sizing;
    private final LongSupplier nanoTime;
    private int left;
    private long last;

    SizingState(RecordSizing sizing, LongSupplier nanoTime) {
        this.sizing = sizing;
        this.nanoTime = nanoTime;
        this.left = sizing.records();
    }

    int longest() {
        return sizing.longest();
    }

    /** Looks at the time, once for all records of one call. */
    void begin() {
        if (sizing.records() == 0) return;
        // Where this is the very first data, it begins small anyway.
        if (nanoTime.getAsLong() - last > sizing.idle().toNanos()) left = sizing.records();
    }

    /** Whether the next record of application data is a small one. */
    boolean beginsSmall() {
        return left > 0;
    }

    /** How many small records there are at most, each time. */
    int records() {
        return sizing.records();
    }

    /** The most content of such a record. */
    int first() {
        return sizing.first();
    }

    /** A record, or several full ones, were made. */
    void sent() {
        if (sizing.records() == 0) return;
        last = nanoTime.getAsLong();
        if (left > 0) left--;
    }
}
