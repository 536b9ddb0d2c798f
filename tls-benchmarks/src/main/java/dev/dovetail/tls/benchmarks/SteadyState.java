package dev.dovetail.tls.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Warms an operation up for as long as it needs: until it gets no faster and the compiler is idle. Stacks differ much in
 * that, the JDK's AES-GCM takes seconds; with a fixed time the one that warms up faster would look faster.
 */
final class SteadyState {

    /** The most seconds to wait; without it operations are not warmed up, as in tests. */
    static final String PROPERTY = "dovetail.bench.settle";

    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int CALM_ROUNDS = 6;
    private static final double FASTER = 0.95;
    private static final long IDLE_COMPILER_MILLIS = 2;

    private final Callable<?> operation;
    private double best = Double.MAX_VALUE;
    private long compiling = compilation();

    private SteadyState(Callable<?> operation) {
        this.operation = operation;
    }

    /** Calls the operation again and again. */
    static void reach(Callable<?> operation) {
        long most = TimeUnit.SECONDS.toNanos(Long.getLong(PROPERTY, 0));
        SteadyState state = new SteadyState(operation);
        long begin = System.nanoTime();
        int calm = 0;
        while (calm < CALM_ROUNDS && System.nanoTime() - begin < most) calm = state.isCalmRound() ? calm + 1 : 0;
    }

    private boolean isCalmRound() {
        double time = round();
        boolean faster = time < best * FASTER;
        best = Math.min(best, time);
        long before = compiling;
        compiling = compilation();
        return !faster && compiling - before <= IDLE_COMPILER_MILLIS;
    }

    private double round() {
        long begin = System.nanoTime();
        long operations = 0;
        do {
            try {
                operation.call();
            } catch (Exception e) {
                throw new IllegalStateException("fails while it is warmed up", e);
            }
            operations++;
        } while (System.nanoTime() - begin < ROUND);
        return (double) (System.nanoTime() - begin) / operations;
    }

    /** Milliseconds that the compiler has worked. */
    private static long compilation() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
                ? 0
                : compiler.getTotalCompilationTime();
    }
}
