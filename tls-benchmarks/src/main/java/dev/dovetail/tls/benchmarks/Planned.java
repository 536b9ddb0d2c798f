package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Absent;
import java.time.Duration;
import java.util.List;

/**
 * What the options leave of the plan.
 *
 * @param measurements in order, at least one
 * @param absent who can't take part, wholly or in something
 * @param absentStacks who of them can't take part at all
 */
record Planned(List<Measurement> measurements, List<Absent> absent, List<Absent> absentStacks) {

    static Planned by(BenchOptions options) {
        Extent extent = switch (options.length()) {
            case SMOKE -> Extent.SMOKE;
            case QUICK -> Extent.QUICK;
            case FULL -> Extent.FULL;
        };
        Plan plan = Plan.of(
                new PlanFilter(extent, options.suites(), options.sizes(), options.implementations(), options.peers()));
        List<Measurement> chosen = plan.measurements().stream()
                .filter(measurement -> options.include().isEmpty()
                        || options.include()
                                .get()
                                .matcher(measurement.toString())
                                .find())
                .toList();
        if (chosen.isEmpty()) throw new IllegalArgumentException("the options leave nothing to measure: see --list");
        return new Planned(chosen, absent(plan.absent()), absent(plan.absentStacks()));
    }

    private static List<Absent> absent(List<Absence> all) {
        return all.stream()
                .map(one -> new Absent(one.contender(), one.reason()))
                .toList();
    }

    /** How long all of it takes at the most, roughly: with a second look at what is doubtful. */
    Duration expected(Length length, int jvms) {
        Duration once = measurements.stream()
                .map(measurement -> length.expected(measurement, jvms))
                .reduce(Duration.ZERO, Duration::plus);
        return length == Length.SMOKE ? once : once.plus(SecondLook.budget(once));
    }
}
