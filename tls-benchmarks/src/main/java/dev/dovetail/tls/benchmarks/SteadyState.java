package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Warms an operation up for as long as it needs: until there were six rounds, since it last got faster, in which the compiler had
 * next to nothing to do. Stacks differ much in that, a handshake takes 8 to 12 s on two cores; with a fixed time the one that
 * warms up faster would look faster.
 */
final class SteadyState {

    /** The most seconds to wait; without it operations are not warmed up, as in tests. */
    static final String PROPERTY = "dovetail.bench.settle";

    /** Names a file that is made if an operation was not steady yet when the time was over. */
    static final String CUT_SHORT = "dovetail.bench.cutShort";

    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int CALM_ROUNDS = 6;
    private static final double FASTER = 0.95;
    /** Who takes so much time away, a neighbour on the machine or the collector, hides what the compiler did. */
    private static final double STALLED = 1.3;

    private final Callable<?> operation;
    private final LongSupplier nanoClock;
    private final BooleanSupplier compilerIsIdle;
    private double best = Double.MAX_VALUE;

    SteadyState(Callable<?> operation, LongSupplier nanoClock, BooleanSupplier compilerIsIdle) {
        this.operation = operation;
        this.nanoClock = nanoClock;
        this.compilerIsIdle = compilerIsIdle;
    }

    /** Calls the operation again and again; tells if that was not enough. */
    static void reach(Callable<?> operation) {
        long most = TimeUnit.SECONDS.toNanos(Long.getLong(PROPERTY, 0));
        SteadyState state = new SteadyState(operation, System::nanoTime, new CompilerQueue()::isIdle);
        if (most > 0 && !state.reachWithin(most)) tell();
    }

    /** By a file: what a measured JVM prints, JMH mixes with the progress of the whole run. */
    static void tell() {
        String file = System.getProperty(CUT_SHORT);
        if (file == null) return;
        try {
            Files.write(Path.of(file), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether so many nanoseconds were enough. */
    boolean reachWithin(long most) {
        long begin = nanoClock.getAsLong();
        int calm = 0;
        // What rounds are held against is the best before the last gain that counted: else small gains would never
        // count.
        double bestBefore = best;
        while (calm < CALM_ROUNDS && nanoClock.getAsLong() - begin < most) {
            double time = round();
            boolean idle = compilerIsIdle.getAsBoolean();
            best = Math.min(best, time);
            if (time < bestBefore * FASTER) {
                calm = 0;
                bestBefore = best;
            } else if (idle && time <= best * STALLED) {
                // One in which something was compiled does not count, nor undo the others: it may have been our own
                // question.
                calm++;
            }
        }
        return calm == CALM_ROUNDS;
    }

    /** Nanoseconds of one operation, on the average of a round. */
    private double round() {
        long begin = nanoClock.getAsLong();
        long operations = 0;
        long taken;
        do {
            try {
                operation.call();
            } catch (Exception e) {
                throw new IllegalStateException("fails while it is warmed up", e);
            }
            operations++;
            taken = nanoClock.getAsLong() - begin;
        } while (taken < ROUND);
        return (double) taken / operations;
    }
}
