package dev.dovetail.tls.benchmarks;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long, and how often, each benchmark is measured. */
enum Length {
    /** One very short call of each: whether it runs, not how fast. */
    SMOKE(1, new Times(0, 1, 1), new Times(0, 1, 1)),
    /** A few minutes for all: good for ratios of a third and more. */
    SHORT(1, new Times(2, 3, 300), new Times(6, 3, 500)),
    /** For figures that are written down. */
    FULL(2, new Times(4, 5, 500), new Times(8, 5, 1000));

    private final int forks;
    private final Times quick;
    private final Times slow;

    Length(int forks, Times quick, Times slow) {
        this.forks = forks;
        this.quick = quick;
        this.slow = slow;
    }

    /**
     * Iterations of one length.
     *
     * @param warmup how many are not counted
     * @param measured how many are
     * @param milliseconds how long each of both is
     */
    private record Times(int warmup, int measured, int milliseconds) {}

    /** Handshakes are slow: their code is called less often in a second, and is compiled later. */
    void apply(ChainedOptionsBuilder options, boolean handshake) {
        Times times = handshake ? slow : quick;
        TimeValue time = TimeValue.milliseconds(times.milliseconds());
        options.forks(forks)
                .warmupIterations(times.warmup())
                .warmupTime(time)
                .measurementIterations(times.measured())
                .measurementTime(time);
    }

    @Override
    public String toString() {
        return forks + (forks == 1 ? " JVM" : " JVMs") + " for each benchmark; iterations: " + quick.measured()
                + " of " + quick.milliseconds() + " ms after " + quick.warmup() + " to warm up; handshakes "
                + slow.measured() + " of " + slow.milliseconds() + " ms after " + slow.warmup();
    }
}
