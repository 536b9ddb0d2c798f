package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Warms an operation up for as long as it needs: until it gets no faster and the compiler has nothing left to do. Stacks
 * differ much in that, a handshake takes 8 to 12 s on two cores; with a fixed time the one that warms up faster would
 * look faster.
 */
final class SteadyState {

    /** The most seconds to wait; without it operations are not warmed up, as in tests. */
    static final String PROPERTY = "dovetail.bench.settle";

    /** Names a file that is made if an operation was still getting faster when the time was over. */
    static final String CUT_SHORT = "dovetail.bench.cutShort";

    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int CALM_ROUNDS = 6;
    private static final double FASTER = 0.95;

    private final Callable<?> operation;
    private final CompilerQueue compiler = new CompilerQueue();
    private double best = Double.MAX_VALUE;

    private SteadyState(Callable<?> operation) {
        this.operation = operation;
    }

    /** Calls the operation again and again; tells if that was not enough. */
    static void reach(Callable<?> operation) {
        long most = TimeUnit.SECONDS.toNanos(Long.getLong(PROPERTY, 0));
        SteadyState state = new SteadyState(operation);
        long begin = System.nanoTime();
        int calm = 0;
        while (calm < CALM_ROUNDS && System.nanoTime() - begin < most) calm = state.isCalmRound() ? calm + 1 : 0;
        if (calm < CALM_ROUNDS && most > 0) tell();
    }

    /** By a file: what a measured JVM prints, JMH mixes with the progress of the whole run. */
    private static void tell() {
        String file = System.getProperty(CUT_SHORT);
        if (file == null) return;
        try {
            Files.write(Path.of(file), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCalmRound() {
        double time = round();
        boolean faster = time < best * FASTER;
        best = Math.min(best, time);
        return !faster && compiler.isIdle();
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
}
