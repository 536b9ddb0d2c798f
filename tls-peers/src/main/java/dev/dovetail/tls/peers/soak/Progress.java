package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.peers.Heap;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Prints a line every few seconds, and waits. */
final class Progress {

    private static final long EVERY_MILLIS = 5000;
    private static final long GLANCE_MILLIS = 100;
    private static final double MEBIBYTE = 1 << 20;

    private final Census census;
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long printed = begin;
    private long most;

    Progress(Census census, PrintStream out) {
        this.census = census;
        this.out = out;
    }

    /** Lets so many seconds pass. */
    void watch(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        most = 0;
        while (System.nanoTime() < end) glance();
    }

    /** How many connections were open at once, at most, while it watched. */
    long most() {
        return most;
    }

    /** Waits until no connection is left, or until each must have been found to stand still. */
    void drain() throws InterruptedException {
        long end = System.nanoTime() + TlsLink.PATIENCE.multipliedBy(2).toNanos();
        while (census.open() + census.openAtServer() > 0 && System.nanoTime() < end) glance();
        if (census.open() + census.openAtServer() > 0) {
            census.failure("do not end: " + census.open() + " connections of clients, " + census.openAtServer()
                    + " of the server");
        }
    }

    static double mebibytes(long bytes) {
        return bytes / MEBIBYTE;
    }

    private void glance() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        most = Math.max(most, census.open());
        long now = System.nanoTime();
        if (now - printed < TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS)) return;
        printed = now;
        out.printf(
                Locale.ROOT,
                "%5d s  %5d open  %7d begun  %7d established  %8.1f MiB echoed  %6d key updates"
                        + "  %6d errors caused  %d failures  heap %.0f MiB%n",
                TimeUnit.NANOSECONDS.toSeconds(now - begin),
                census.open(),
                census.begun.sum(),
                census.established.sum(),
                mebibytes(census.echoed.sum()),
                census.keyUpdates.sum(),
                census.errors(),
                census.failureCount(),
                mebibytes(Heap.used()));
        out.flush();
    }
}
