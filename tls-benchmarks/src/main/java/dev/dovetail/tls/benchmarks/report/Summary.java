package dev.dovetail.tls.benchmarks.report;

import dev.dovetail.tls.benchmarks.report.TextTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A section in three numbers. Where several rows of ours do the same work, the best counts, as one would choose it.
 *
 * @param section which benchmark
 * @param unit of what is compared
 * @param timesSunJsse geometric mean of how many times as good as the JDK's own TLS; empty if it was not measured
 * @param timesBestPeer geometric mean of how many times as good as the best peer of each row; empty if there was none
 * @param ofBare geometric mean of the share of the bare cipher's speed; empty where there is none
 */
public record Summary(
        String section, Unit unit, OptionalDouble timesSunJsse, OptionalDouble timesBestPeer, OptionalDouble ofBare) {

    /**
     * Of each section that compares.
     *
     * @param run any
     * @return in the order of the sections
     */
    public static List<Summary> of(Run run) {
        Ratios ratios = new Ratios(run.measurements());
        List<Summary> summaries = new ArrayList<>();
        run.sections().forEach((section, figures) -> {
            List<Figure> best = best(figures);
            Summary summary = new Summary(
                    section,
                    figures.get(0).unit(),
                    mean(best.stream()
                            .flatMap(own -> ratios.toSunJsse(own).stream())
                            .toList()),
                    mean(best.stream()
                            .flatMap(own -> ratios.toBestPeer(own).stream())
                            .toList()),
                    mean(best.stream()
                            .flatMap(own -> ratios.toFloor(own).stream())
                            .toList()));
            if (summary.timesBestPeer().isPresent() || summary.ofBare().isPresent()) summaries.add(summary);
        });
        return summaries;
    }

    /**
     * All of them as a table.
     *
     * @param summaries of one run
     * @return a row for each
     */
    public static TextTable table(List<Summary> summaries) {
        return new TextTable(
                List.of(
                        Column.name("section"),
                        Column.number("× SunJSSE"),
                        Column.number("× best peer"),
                        Column.number("of bare")),
                summaries.stream()
                        .map(each -> List.of(
                                each.section(),
                                times(each.timesSunJsse()),
                                times(each.timesBestPeer()),
                                each.ofBare().isPresent()
                                        ? Amounts.percent(each.ofBare().getAsDouble())
                                        : ""))
                        .toList());
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isPresent() ? Amounts.times(ratio.getAsDouble()) : "";
    }

    /** Of all rows of ours that do the same work, the best. */
    private static List<Figure> best(List<Figure> figures) {
        Set<String> taken = new HashSet<>();
        return figures.stream()
                .filter(figure -> figure.side() == Side.OWN)
                .sorted(Comparator.comparingDouble(Figure::value))
                .filter(figure -> taken.add(figure.subject() + " " + figure.size() + " " + figure.unit()))
                .toList();
    }

    private static OptionalDouble mean(List<Ratios.Ratio> ratios) {
        OptionalDouble logs =
                ratios.stream().mapToDouble(ratio -> Math.log(ratio.times())).average();
        return logs.isPresent() ? OptionalDouble.of(Math.exp(logs.getAsDouble())) : logs;
    }
}
