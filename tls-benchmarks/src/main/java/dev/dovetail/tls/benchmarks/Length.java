package dev.dovetail.tls.benchmarks;

import java.time.Duration;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long, and how often, each benchmark is measured, once it has reached its steady state. */
enum Length {
    /** One very short call of each: whether it runs, not how fast. */
    SMOKE(0, 0, new Times(1, 1), new Times(1, 1)),
    /** A few minutes for a choice of them: good for ratios of a third and more. */
    QUICK(8, 1, new Times(3, 300), new Times(3, 500)),
    /** For figures that are written down. */
    FULL(10, 1, new Times(5, 400), new Times(5, 600));

    private final int settleSeconds;
    private final int warmups;
    private final Times quick;
    private final Times slow;

    Length(int settleSeconds, int warmups, Times quick, Times slow) {
        this.settleSeconds = settleSeconds;
        this.warmups = warmups;
        this.quick = quick;
        this.slow = slow;
    }

    /**
     * Iterations of one length.
     *
     * @param measured how many are counted
     * @param milliseconds how long each is
     */
    private record Times(int measured, int milliseconds) {

        @Override
        public String toString() {
            return measured + " of " + milliseconds + " ms";
        }
    }

    /**
     * Handshakes get more time, as there are few of them in a second. What a connection holds is no matter of time, and looked
     * at once in each JVM.
     */
    void apply(ChainedOptionsBuilder options, Measurement measurement, int jvms) {
        // Whether all of them run should be known in two minutes, which leaves no time for so many JVMs.
        int forks = this == SMOKE ? 0 : jvms;
        if (measurement.unit() == Measurement.Unit.HELD_BYTES) {
            options.forks(forks).warmupIterations(0).measurementIterations(1);
            return;
        }
        Times times = measurement.isHandshake() ? slow : quick;
        TimeValue time = TimeValue.milliseconds(times.milliseconds());
        options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(time)
                .measurementIterations(times.measured())
                .measurementTime(time);
    }

    /** What {@link SteadyState} needs to know. */
    String settling() {
        return "-D" + SteadyState.PROPERTY + "=" + settleSeconds;
    }

    /** What one measurement takes, roughly, in so many JVMs: two thirds of the longest warm-up, and a start. */
    Duration expected(int forks) {
        long millis = 1200 + settleSeconds * 667L + (long) (quick.measured() + warmups) * quick.milliseconds();
        return Duration.ofMillis(millis * forks);
    }

    /** For people: how figures of this length come about. */
    String text(int forks) {
        return forks + (forks == 1 ? " JVM" : " JVMs") + " for each benchmark, warmed up until steady, at most "
                + settleSeconds + " s; iterations: " + quick + ", for handshakes " + slow;
    }
}
