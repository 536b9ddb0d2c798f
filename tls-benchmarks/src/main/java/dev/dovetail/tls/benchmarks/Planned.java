package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Absent;
import java.util.List;

/**
 * What the options leave of the plan.
 *
 * @param measurements in order, at least one
 * @param absent who can't take part
 */
record Planned(List<Measurement> measurements, List<Absent> absent) {

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
        List<Absent> absent = plan.absent().stream()
                .map(one -> new Absent(one.contender(), one.reason()))
                .toList();
        return new Planned(chosen, absent);
    }
}
