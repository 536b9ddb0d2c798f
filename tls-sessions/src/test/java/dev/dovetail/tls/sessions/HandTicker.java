package dev.dovetail.tls.sessions;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that passes when a test says so. */
final class HandTicker implements LongSupplier {

    // Not from zero, and across the overflow that nanoTime may have.
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);

    void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Override
    public long getAsLong() {
        return now.get();
    }
}
