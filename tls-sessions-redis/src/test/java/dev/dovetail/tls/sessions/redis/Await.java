package dev.dovetail.tls.sessions.redis;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits that are bounded; nothing but a failure takes as long as they last. */
final class Await {

    private static final int PATIENCE_SECONDS = 20;

    private Await() {}

    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Asks again and again: Redis tells nobody when something has expired. */
    static void until(Callable<Boolean> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!condition.call()) {
                if (System.nanoTime() - deadline > 0) throw new AssertionError("never became true");
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
