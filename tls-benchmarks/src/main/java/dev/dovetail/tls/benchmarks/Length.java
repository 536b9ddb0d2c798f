package dev.dovetail.tls.benchmarks;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long, and how often, each benchmark is measured, once it has reached its steady state. */
enum Length {
    /** One very short call of each: whether it runs, not how fast. */
    SMOKE(1, 0, 0, new Times(1, 1), new Times(1, 1)),
    /** A few minutes for all: good for ratios of a third and more. */
    SHORT(1, 15, 1, new Times(3, 300), new Times(3, 500)),
    /** For figures that are written down. */
    FULL(2, 30, 2, new Times(5, 500), new Times(5, 1000));

    private final int forks;
    private final int settleSeconds;
    private final int warmups;
    private final Times quick;
    private final Times slow;

    Length(int forks, int settleSeconds, int warmups, Times quick, Times slow) {
        this.forks = forks;
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

    /** Handshakes get more time, as there are few of them in a second. */
    void apply(ChainedOptionsBuilder options, boolean handshake) {
        Times times = handshake ? slow : quick;
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

    @Override
    public String toString() {
        return forks + (forks == 1 ? " JVM" : " JVMs") + " for each benchmark, warmed up until steady, at most "
                + settleSeconds + " s; iterations: " + quick + ", for handshakes " + slow;
    }
}
