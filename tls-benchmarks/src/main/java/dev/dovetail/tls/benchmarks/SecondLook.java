package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Side;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What is measured once more at the end of a run, in other JVMs and at another minute: rows whose iterations disagree, or
 * that are faster than what they do all the work of, and with them all rows that they are compared with. A neighbour on the
 * same machine, or an unlucky compilation, takes time away for as long as a row is measured. And of more iterations the best
 * is better: all sides of a ratio have to have them.
 */
final class SecondLook {

    // Choice: of the time that the first look took, so much more; less where that would be longer than whoever measures
    // everything wants to wait, but never nothing, as a machine that is slow is one that needs it.
    private static final double SHARE = 0.2;
    private static final double LEAST_SHARE = 0.05;
    private static final double PLAUSIBLE = 0.95;
    private static final Duration PATIENCE = Duration.ofMinutes(28);

    private static final Comparator<List<Measured>> WORST_FIRST = Comparator.comparing(
                    (List<Measured> group) -> !isImplausible(group)
                            && group.stream().allMatch(each -> each.figure().isConfirmed()))
            .thenComparing(SecondLook::mostSpread, Comparator.reverseOrder());

    /** Rows of one are compared with each other. */
    private record Group(String section, String subject, int size) {

        static Group of(Measured each) {
            Measurement measurement = each.measurement();
            return new Group(measurement.section(), measurement.subject(), measurement.size());
        }
    }

    private SecondLook() {}

    /** Groups that are worth it, the worst first, as many as there is time for; in a group in the order of the first look. */
    static List<Measured> of(List<Measured> all) {
        Duration left = budget(taken(all));
        List<Measured> chosen = new ArrayList<>();
        for (List<Measured> group : doubtful(all)) {
            Duration needed = taken(group);
            if (needed.compareTo(left) > 0) continue;
            left = left.minus(needed);
            chosen.addAll(group);
        }
        return List.copyOf(chosen);
    }

    /** How long the second look may take after a first one of such a length. */
    static Duration budget(Duration spent) {
        Duration most = share(spent, SHARE);
        Duration least = share(spent, LEAST_SHARE);
        Duration left = PATIENCE.minus(spent);
        if (left.compareTo(most) > 0) return most;
        return left.compareTo(least) > 0 ? left : least;
    }

    private static Duration share(Duration spent, double part) {
        return Duration.ofMillis(Math.round(spent.toMillis() * part));
    }

    private static List<List<Measured>> doubtful(List<Measured> all) {
        Map<Group, List<Measured>> groups = new LinkedHashMap<>();
        for (Measured each : all) {
            groups.computeIfAbsent(Group.of(each), group -> new ArrayList<>()).add(each);
        }
        return groups.values().stream()
                .filter(group -> group.stream().anyMatch(SecondLook::isDoubtful) || isImplausible(group))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static boolean isDoubtful(Measured each) {
        return each.measurement().unit() == Unit.NANOSECONDS
                && (!each.figure().isConfirmed() || each.figure().isRestless());
    }

    /**
     * Nothing is faster than a part of itself: our engine than its cipher, our javax.net.ssl than our engine. The first row of
     * our engine is of the implementations that are used unasked, as javax.net.ssl does.
     */
    private static boolean isImplausible(List<Measured> group) {
        if (group.get(0).measurement().unit() != Unit.NANOSECONDS) return false;
        double engine = values(group, each -> each.contender().equals(Contender.OWN))
                .findFirst()
                .orElse(0);
        return values(group, each -> each.contender().equals(DovetailJsseStack.KEY))
                        .anyMatch(skin -> skin < engine * PLAUSIBLE)
                || group.stream()
                        .map(Measured::measurement)
                        .filter(each -> each.side() == Side.FLOOR)
                        .anyMatch(floor -> isOvertaken(floor, group));
    }

    private static boolean isOvertaken(Measurement floor, List<Measured> group) {
        double least = values(group, floor::equals).min().orElse(0);
        return values(
                        group,
                        each -> each.contender().equals(Contender.OWN)
                                && each.implementation().equals(floor.implementation()))
                .anyMatch(engine -> engine < least * PLAUSIBLE);
    }

    private static DoubleStream values(List<Measured> group, Predicate<Measurement> wanted) {
        return group.stream()
                .filter(each -> wanted.test(each.measurement()))
                .mapToDouble(each -> each.figure().value());
    }

    private static double mostSpread(List<Measured> group) {
        return group.stream().mapToDouble(each -> each.figure().spread()).max().orElse(0);
    }

    private static Duration taken(Collection<Measured> rows) {
        return rows.stream().map(Measured::taken).reduce(Duration.ZERO, Duration::plus);
    }
}
