package dev.dovetail.tls.benchmarks.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the rest of a run takes. It learns: a measurement is expected to take as long as those of its section by the
 * same contender did, else those of its section, else all so far, else what it was told. Not thread-safe.
 */
public final class Estimate {

    /**
     * What tells durations apart.
     *
     * @param section of the benchmark
     * @param contender who is measured
     */
    public record Kind(String section, String contender) {}

    private static final String ANY = "";
    private static final Kind ALL = new Kind(ANY, ANY);

    private final List<Kind> tasks;
    private final Duration prior;
    private final Map<Kind, Mean> means = new HashMap<>();
    private Duration spent = Duration.ZERO;
    private int done;

    /** A mean that grows. */
    private record Mean(Duration sum, int count) {

        Mean with(Duration taken) {
            return new Mean(sum.plus(taken), count + 1);
        }

        Duration value() {
            return sum.dividedBy(count);
        }
    }

    /**
     * Nothing is done yet.
     *
     * @param tasks all measurements, in the order in which they are made
     * @param prior what one takes as long as nothing is known
     */
    public Estimate(List<Kind> tasks, Duration prior) {
        this.tasks = List.copyOf(tasks);
        this.prior = prior;
    }

    /**
     * The next measurement is done.
     *
     * @param taken how long it took
     */
    public void done(Duration taken) {
        Kind kind = tasks.get(done);
        for (Kind key : List.of(kind, new Kind(kind.section(), ANY), ALL)) {
            means.put(key, means.getOrDefault(key, new Mean(Duration.ZERO, 0)).with(taken));
        }
        spent = spent.plus(taken);
        done++;
    }

    /**
     * How many are done.
     *
     * @return from 0 to the number of all
     */
    public int count() {
        return done;
    }

    /**
     * What is left.
     *
     * @param underWay how long the measurement that is under way has taken so far
     * @return zero at the end
     */
    public Duration left(Duration underWay) {
        Duration left = Duration.ZERO;
        for (int next = done; next < tasks.size(); next++) {
            Duration expected = expected(tasks.get(next));
            if (next == done) expected = expected.minus(underWay);
            if (!expected.isNegative()) left = left.plus(expected);
        }
        return left;
    }

    /**
     * Which part is done, by time.
     *
     * @param underWay how long the measurement that is under way has taken so far
     * @return 0 to 1
     */
    public double share(Duration underWay) {
        double past = spent.plus(underWay).toMillis();
        double all = past + left(underWay).toMillis();
        return all == 0 ? 1 : past / all;
    }

    private Duration expected(Kind kind) {
        for (Kind key : List.of(kind, new Kind(kind.section(), ANY), ALL)) {
            Mean mean = means.get(key);
            if (mean != null) return mean.value();
        }
        return prior;
    }
}
