package dev.dovetail.tls.jsse.setup;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends {@link Staging} where the application's buffers are not arrays, are one array, or lie in pieces. A connection that
 * waits holds none, and a call that needs some finds what this thread gave back last. For many threads.
 */
public final class Scratch {

    /** The longest record of any version, with its header. */
    public static final int LENGTH = 5 + (1 << 14) + 2048;

    // Choice: as many calls as are likely to be busy in one moment; a power of two.
    private static final int SLOTS = 16;
    // References between two slots, so that threads on different cores don't share a cache line.
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<@Nullable Staging> spare = new AtomicReferenceArray<>(SLOTS * STRIDE);

    Scratch() {}

    /**
     * Lends two arrays.
     *
     * @return to be given back
     */
    public Staging take() {
        int first = firstSlot();
        for (int i = 0; i < SLOTS; i++) {
            int slot = ((first + i) & (SLOTS - 1)) * STRIDE;
            if (spare.getPlain(slot) == null) continue;
            Staging found = spare.getAndSet(slot, null);
            if (found != null) return found;
        }
        return new Staging();
    }

    /**
     * Takes them back.
     *
     * @param staging not to be used any more
     * @param used how many bytes at the beginning of its plaintext may be secret: they are wiped
     */
    public void give(Staging staging, int used) {
        staging.wipe(used);
        int first = firstSlot();
        for (int i = 0; i < SLOTS; i++) {
            int slot = ((first + i) & (SLOTS - 1)) * STRIDE;
            if (spare.compareAndSet(slot, null, staging)) return;
        }
    }

    /** A thread that runs one call after the other gets the same arrays again, which are in its cache. */
    private static int firstSlot() {
        return (int) Thread.currentThread().getId();
    }
}
