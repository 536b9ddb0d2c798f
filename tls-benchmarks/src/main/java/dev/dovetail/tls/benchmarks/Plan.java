package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import dev.dovetail.tls.benchmarks.report.Side;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is measured, in order, and what is not, and why. Every implementation and every stack that is on the class path takes
 * part.
 */
final class Plan {

    private final PlanFilter filter;
    private final PlanDraft draft;

    private Plan(PlanFilter filter, PlanDraft draft) {
        this.filter = filter;
        this.draft = draft;
        if (!filter.suites().isEmpty()) {
            PlannedRecords records = new PlannedRecords(draft, true);
            filter.suites().forEach(records::suite);
        } else if (filter.extent() == Extent.QUICK) {
            new PlannedRecords(draft, false).quick();
            new PlannedConnections(draft).quick();
        } else {
            new PlannedRecords(draft, false).full();
            new PlannedConnections(draft).full(filter.extent() == Extent.SMOKE);
            new PlannedParts(draft).full();
        }
        refuseUnknown();
    }

    /**
     * Chooses.
     *
     * @throws IllegalArgumentException if the filter names something that is not here: the message names what is
     */
    static Plan of(PlanFilter filter) {
        return of(filter, Plugins.allAndNative());
    }

    /** Chooses among what a catalog has. */
    static Plan of(PlanFilter filter, Catalog catalog) {
        return new Plan(filter, new PlanDraft(catalog, PeerStacks.discover()));
    }

    /** Everything of an extent. */
    static Plan all(Extent extent) {
        return of(PlanFilter.all(extent));
    }

    /** What passes the filter. What is compared stands together, so that it is measured in a row. */
    List<Measurement> measurements() {
        Set<String> seen = new HashSet<>();
        return draft.measurements().stream()
                .filter(this::passes)
                .filter(measured ->
                        filter.extent() != Extent.SMOKE || seen.add(measured.benchmark() + " " + measured.who()))
                .toList();
    }

    /** What can't be measured here. A stack is missing as a whole, or for one thing; of ours, single implementations. */
    List<Absence> absent() {
        return draft.absences().stream().filter(this::isAskedFor).toList();
    }

    /** Stacks of which nothing can be measured here. */
    List<Absence> absentStacks() {
        return draft.absentStacks().stream().filter(this::isAskedFor).toList();
    }

    private boolean isAskedFor(Absence absence) {
        return absence.contender().equals(Contender.OWN) || passes(filter.contenders(), absence.contender());
    }

    private boolean passes(Measurement measured) {
        return passes(filter.sizes(), measured.size())
                && (!hasImplementation(measured) || passes(filter.implementations(), measured.implementation()))
                && (isFixed(measured) || passes(filter.contenders(), measured.contender()));
    }

    private static <T> boolean passes(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** Stacks of others bring their own. */
    private static boolean hasImplementation(Measurement measured) {
        return measured.parameters().containsKey("implementation");
    }

    /** What all others are compared with. */
    private static boolean isFixed(Measurement measured) {
        return measured.side() == Side.FLOOR || measured.contender().equals(Contender.OWN);
    }

    private void refuseUnknown() {
        List<Measurement> all = draft.measurements();
        refuseUnknown(
                "size",
                filter.sizes(),
                all.stream()
                        .map(Measurement::size)
                        .filter(size -> size > 0)
                        .collect(Collectors.toCollection(TreeSet::new)));
        refuseUnknown(
                "implementation",
                filter.implementations(),
                all.stream()
                        .filter(Plan::hasImplementation)
                        .map(Measurement::implementation)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Set<String> contenders = all.stream()
                .filter(measured -> !isFixed(measured))
                .map(Measurement::contender)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String wanted : filter.contenders()) {
            if (contenders.contains(wanted)) continue;
            Optional<Absence> absence = draft.absences().stream()
                    .filter(one -> one.contender().equals(wanted))
                    .findFirst();
            if (absence.isPresent()) throw new IllegalArgumentException("can't be measured here: " + absence.get());
        }
        refuseUnknown("peer", filter.contenders(), contenders);
    }

    private static <T> void refuseUnknown(String kind, List<T> wanted, Collection<T> known) {
        for (T one : wanted) {
            if (known.contains(one)) continue;
            String all = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("there is no " + kind + " " + one + " in this plan, but " + all);
        }
    }
}
