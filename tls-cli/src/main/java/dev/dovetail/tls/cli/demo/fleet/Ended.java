package dev.dovetail.tls.cli.demo.fleet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes that the demonstration has started. */
final class Ended {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Ended() {}

    static void forcibly(Process process) {
        process.destroyForcibly();
        awaited(process);
    }

    /** Waits until it ends by itself, and ends it if it does not. */
    static void softly(Process process) {
        if (!awaited(process)) forcibly(process);
    }

    private static boolean awaited(Process process) {
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
