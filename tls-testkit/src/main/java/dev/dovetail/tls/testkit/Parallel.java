package dev.dovetail.tls.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one action in several threads at once and reports what failed in any of them. */
final class Parallel {

    static final int THREADS = 4;

    private Parallel() {}

    /** What each thread does. */
    interface Work {
        void run(int thread) throws Exception;
    }

    static void run(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit(() -> {
                    work.run(thread);
                    return null;
                }));
            }
            for (Future<?> one : running) one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError error) throw error;
            throw new AssertionError("in parallel threads, each with an instance of its own: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
