package dev.dovetail.tls.benchmarks;

import java.time.Duration;
import java.util.Map;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long, and how often, each benchmark is measured, once it has reached its steady state. */
enum Length {
    /** One very short call of each: whether it runs, not how fast. */
    SMOKE(new Pace(0, 1, 1), new Pace(0, 1, 1), new Pace(0, 1, 1)),
    /** Some minutes for a choice of them: good for ratios of a half and more. */
    QUICK(new Pace(3, 4, 100), new Pace(8, 4, 150), new Pace(2, 4, 100)),
    /** For figures that are written down. */
    FULL(new Pace(3, 6, 100), new Pace(11, 6, 150), new Pace(2, 6, 100));

    // What JMH and a JVM take before the state's own set-up, and that set-up: finding our parts, a handshake.
    private static final int BEGIN_MILLIS = 1200;
    private static final int SMOKE_MILLIS = 800;
    /** Connecting some thousand pairs, most of it before the compiler has seen them, and collecting what is left. */
    private static final int PAIRS_MILLIS = 9000;
    /** A process that finds all plug-ins and makes a handshake. */
    private static final int PROCESS_MILLIS = 700;

    private final Map<Work, Pace> paces;

    Length(Pace records, Pace handshakes, Pace pieces) {
        Pace once = new Pace(0, 1, 1);
        // A process can't be cut short: each is one iteration, however long it takes.
        this.paces = Map.of(
                Work.RECORDS,
                records,
                Work.HANDSHAKES,
                handshakes,
                Work.PIECES,
                pieces,
                Work.PROCESSES,
                new Pace(0, pieces.iterations(), 1),
                Work.MEMORY,
                once);
    }

    /**
     * How one kind of work is measured.
     *
     * @param settleSeconds the most that {@link SteadyState} may take
     * @param iterations how many are counted
     * @param milliseconds how long each is
     */
    private record Pace(int settleSeconds, int iterations, int milliseconds) {

        /** The state has settled before: what is left to warm up is JMH's own loop. */
        int warmupMillis() {
            return Math.max(1, milliseconds / 2);
        }

        @Override
        public String toString() {
            return iterations + " of " + milliseconds + " ms";
        }
    }

    private Pace pace(Work work) {
        Pace pace = paces.get(work);
        if (pace == null) throw new IllegalStateException("nobody said how long to measure " + work);
        return pace;
    }

    /** Tells JMH how long to measure. */
    void apply(ChainedOptionsBuilder options, Measurement measurement, int jvms) {
        // Whether all of them run should be known in two minutes, which leaves no time for so many JVMs.
        options.forks(this == SMOKE ? 0 : jvms);
        Pace pace = pace(measurement.work());
        options.measurementIterations(pace.iterations())
                .warmupIterations(this == SMOKE || measurement.work() == Work.MEMORY ? 0 : 1);
        if (measurement.work() == Work.MEMORY) return;
        options.warmupTime(TimeValue.milliseconds(pace.warmupMillis()))
                .measurementTime(TimeValue.milliseconds(pace.milliseconds()));
    }

    /** What {@link SteadyState} needs to know. */
    String settling(Measurement measurement) {
        return "-D" + SteadyState.PROPERTY + "=" + pace(measurement.work()).settleSeconds();
    }

    /** What one measurement takes, roughly, in so many JVMs. */
    Duration expected(Measurement measurement, int jvms) {
        if (this == SMOKE) return Duration.ofMillis(SMOKE_MILLIS);
        Pace pace = pace(measurement.work());
        long iterations = pace.warmupMillis() + (long) pace.iterations() * pace.milliseconds();
        long work = switch (measurement.work()) {
            case MEMORY -> PAIRS_MILLIS;
            case PROCESSES -> (1L + pace.iterations()) * PROCESS_MILLIS;
            case RECORDS, HANDSHAKES, PIECES ->
                Math.round(pace.settleSeconds() * 1000 * neededToSettle(measurement)) + iterations;
        };
        return Duration.ofMillis((BEGIN_MILLIS + work) * jvms);
    }

    /** Of the longest time to settle, what is needed on the whole, as runs have shown: Java's handshakes need all of it. */
    private static double neededToSettle(Measurement measurement) {
        return measurement.work() == Work.RECORDS ? 0.45 : 0.9;
    }

    /** For people: how figures of this length come about. */
    String text(int jvms) {
        Pace records = pace(Work.RECORDS);
        Pace handshakes = pace(Work.HANDSHAKES);
        Pace pieces = pace(Work.PIECES);
        return jvms + (jvms == 1 ? " JVM" : " JVMs") + " for each benchmark, warmed up until steady, at most "
                + records.settleSeconds() + " s for records, " + handshakes.settleSeconds() + " s for handshakes and "
                + pieces.settleSeconds() + " s for their pieces; iterations: " + records + ", " + handshakes + " and "
                + pieces;
    }
}
