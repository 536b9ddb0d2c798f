package dev.dovetail.tls.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** How much of the heap is reachable. */
public final class Heap {

    private static final int ROUNDS = 20;
    private static final long CALM = 16 << 10;
    private static final long MOST_MILLIS = 500;
    private static final long PAUSE_MILLIS = 50;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private Heap() {}

    /**
     * Collects garbage until three collections in a row leave the same: what has a finalizer goes with the second.
     *
     * @return bytes in use, give or take 16 KiB
     */
    public static long afterCollection() {
        long before = Long.MAX_VALUE;
        int calm = 0;
        for (int i = 0; i < ROUNDS && calm < 2; i++) {
            collect();
            long now = used();
            calm = Math.abs(before - now) <= CALM ? calm + 1 : 0;
            before = now;
        }
        return before;
    }

    /**
     * What is in use now, garbage included.
     *
     * @return bytes
     */
    public static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Once a reference is in its queue, cleaners that were due have been told too; finalizers are waited for. */
    private static void collect() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> witness = new WeakReference<>(new Object(), queue);
        System.gc();
        try {
            queue.remove(MOST_MILLIS);
            for (int i = 0; i < ROUNDS && MEMORY.getObjectPendingFinalizationCount() > 0; i++)
                queue.remove(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        witness.clear();
    }
}
