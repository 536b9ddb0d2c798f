package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds at one moment.
 *
 * @param heap bytes on the heap that are reachable
 * @param resident bytes of the process in RAM, on Linux; 0 where the system does not say
 */
record Footprint(long heap, long resident) {

    private static final int ROUNDS = 20;
    private static final int CALM_ROUNDS = 2;
    private static final long CALM = 16 << 10;
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Collects garbage until several collections in a row leave the same: what has a finalizer goes with the second. */
    static Footprint now() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long before = Long.MAX_VALUE;
        int calm = 0;
        for (int i = 0; i < ROUNDS && calm < CALM_ROUNDS; i++) {
            System.gc();
            long now = memory.getHeapMemoryUsage().getUsed();
            calm = Math.abs(before - now) <= CALM ? calm + 1 : 0;
            before = now;
        }
        return new Footprint(before, residentBytes());
    }

    private static long residentBytes() {
        if (!Files.isReadable(STATUS)) return 0;
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** What was added since. */
    long grownSince(Footprint before, boolean outsideHeap) {
        return heap - before.heap + (outsideHeap ? Math.max(0, resident - before.resident) : 0);
    }
}
