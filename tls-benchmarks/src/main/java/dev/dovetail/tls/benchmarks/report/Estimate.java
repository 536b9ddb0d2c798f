package dev.dovetail.tls.benchmarks.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the rest of a run takes. It learns: a measurement is expected to take as long as those of its section by the
 * same contender did, else those of its section, else what it was told, by as much longer or shorter as all so far took than
 * was told of them. Not thread-safe.
 */
public final class Estimate {

    /**
     * One measurement.
     *
     * @param section of the benchmark
     * @param contender who is measured
     * @param expected how long it takes, as long as nothing is known
     */
    public record Task(String section, String contender, Duration expected) {

        private List<String> kinds() {
            return List.of(section + " " + contender, section);
        }
    }

    private final List<Task> tasks;
    private final Map<String, Mean> means = new HashMap<>();
    private Duration spent = Duration.ZERO;
    private Duration promised = Duration.ZERO;
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
     */
    public Estimate(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /**
     * The next measurement is done.
     *
     * @param taken how long it took
     */
    public void done(Duration taken) {
        Task task = tasks.get(done);
        for (String kind : task.kinds()) {
            means.put(kind, means.getOrDefault(kind, new Mean(Duration.ZERO, 0)).with(taken));
        }
        spent = spent.plus(taken);
        promised = promised.plus(task.expected());
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

    private Duration expected(Task task) {
        for (String kind : task.kinds()) {
            Mean mean = means.get(kind);
            if (mean != null) return mean.value();
        }
        if (promised.isZero()) return task.expected();
        double times = (double) spent.toMillis() / promised.toMillis();
        return Duration.ofMillis(Math.round(task.expected().toMillis() * times));
    }
}
