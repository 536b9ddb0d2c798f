package dev.dovetail.tls.benchmarks;

import java.util.List;

/**
 * What was asked for. An empty list asks for everything of its kind.
 *
 * @param extent how much
 * @param suites IANA's spelling, {@code +etm} behind it for encrypt-then-MAC; one that is in no plan is measured in all sizes
 * @param sizes bytes of payload
 * @param implementations of our rows: {@code default}, {@code JDK}, …; others' rows stay
 * @param contenders keys of others, of which only these are measured; ours stay
 */
record PlanFilter(
        Extent extent,
        List<String> suites,
        List<Integer> sizes,
        List<String> implementations,
        List<String> contenders) {

    /** How much is measured. */
    enum Extent {
        /** A few minutes. */
        QUICK,
        /** Everything. */
        FULL,
        /** Each benchmark of each contender once. */
        SMOKE
    }

    PlanFilter {
        suites = List.copyOf(suites);
        sizes = List.copyOf(sizes);
        implementations = List.copyOf(implementations);
        contenders = List.copyOf(contenders);
    }

    static PlanFilter all(Extent extent) {
        return new PlanFilter(extent, List.of(), List.of(), List.of(), List.of());
    }
}
