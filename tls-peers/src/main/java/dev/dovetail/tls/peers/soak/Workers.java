package dev.dovetail.tls.peers.soak;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs the delegated tasks of engines, so that event loops never wait for a signature. */
final class Workers {

    private final ExecutorService threads;

    Workers() {
        int cores = Runtime.getRuntime().availableProcessors();
        threads = Executors.newFixedThreadPool(cores, task -> new Thread(task, "soak-worker"));
    }

    void run(Runnable task) {
        threads.execute(task);
    }

    /** Answers whether they are gone. */
    boolean stop() throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
