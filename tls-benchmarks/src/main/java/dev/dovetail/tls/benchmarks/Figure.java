package dev.dovetail.tls.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What came out of one measurement.
 *
 * @param measurement what was measured
 * @param nanoseconds mean time of one operation
 * @param spread half the way from the fastest to the slowest iteration, as a share of the mean
 * @param bytes allocated in one operation, on the heap
 */
record Figure(Measurement measurement, double nanoseconds, double spread, double bytes) {

    static Figure of(Measurement measurement, RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        double mean = times.getMean();
        double spread = (times.getMax() - times.getMin()) / 2 / mean;
        return new Figure(measurement, mean, spread, allocated(result));
    }

    /** JMH counts what a thread allocates in an iteration, also while it prepares: see {@link Aside}. */
    private static double allocated(RunResult result) {
        @SuppressWarnings("rawtypes")
        Map<String, Result> beside = result.getSecondaryResults();
        double all = score(beside, "gc.alloc.rate.norm").orElse(Double.NaN);
        double operations = score(beside, "asideOperations").orElse(0);
        return operations == 0 ? all : all - score(beside, "asideBytes").orElse(0) / operations;
    }

    @SuppressWarnings("rawtypes")
    private static OptionalDouble score(Map<String, Result> results, String name) {
        Result<?> result = results.get(name);
        return result == null ? OptionalDouble.empty() : OptionalDouble.of(result.getScore());
    }

    /** How many times as fast as the peer; empty for the peer itself and where there is none. */
    OptionalDouble againstPeer(Collection<Figure> all) {
        return against(all, Measurement.Side.PEER, false);
    }

    /** Which part of our speed the bare cipher would leave: 1 means that nothing is lost. */
    OptionalDouble againstFloor(Collection<Figure> all) {
        return against(all, Measurement.Side.FLOOR, true);
    }

    private OptionalDouble against(Collection<Figure> all, Measurement.Side side, boolean sameImplementation) {
        if (measurement.side() != Measurement.Side.OWN) return OptionalDouble.empty();
        return all.stream()
                .filter(other -> other.measurement.side() == side)
                .filter(other -> measurement.comparesWith(other.measurement))
                .filter(other ->
                        !sameImplementation || measurement.implementation().equals(other.measurement.implementation()))
                .mapToDouble(other -> other.nanoseconds / nanoseconds)
                .findFirst();
    }
}
