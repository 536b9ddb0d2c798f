package dev.dovetail.tls.benchmarks.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ratio, or an amount, that is aimed at. Where several rows of ours do the same work, the one that is best in what is
 * compared counts, as one would choose it; of all subjects and sizes the worst counts. Against bare ciphers each row counts,
 * with the cipher of its own implementation.
 *
 * @param target what is aimed at, for people
 * @param section pattern of the whole section
 * @param subject pattern of the whole subject
 * @param leastSize of the payload, bytes
 * @param mostSize of the payload, bytes; both 0 for what has none
 * @param ours pattern of the whole label of rows of ours
 * @param against whose rows; null for an amount of our own
 * @param theirs pattern of the whole label of those rows; the best counts
 * @param measure what is compared
 * @param least wanted, inclusive; null if there is no such limit
 * @param most wanted, inclusive; null if there is no such limit
 */
public record Target(
        String target,
        String section,
        String subject,
        int leastSize,
        int mostSize,
        String ours,
        @Nullable Side against,
        @Nullable String theirs,
        Measure measure,
        @Nullable Double least,
        @Nullable Double most) {

    /** What is compared. */
    public enum Measure {
        /** How many times as fast as the other. */
        SPEED,
        /** How much is allocated in one operation: as a part of what the other allocates. */
        ALLOCATION,
        /** How many bytes more than the other allocates; may be negative. */
        ALLOCATED_MORE,
        /** The figure, in its unit; as a part of the other's. */
        AMOUNT,
        /** How much longer one operation takes than the other, in nanoseconds; may be negative. */
        DIFFERENCE
    }

    /**
     * What is wanted.
     *
     * @return for a table
     */
    public String wanted() {
        return least != null ? "≥ " + shown(least) : "≤ " + shown(most == null ? Double.NaN : most);
    }

    /**
     * Holds a run against this.
     *
     * @param run any
     * @return how it was met
     */
    public Verdict verdict(Run run) {
        List<Found> found = run.measurements().stream()
                .filter(this::isOurs)
                .flatMap(own -> found(own, run.measurements()).stream())
                .toList();
        Found worst = null;
        for (Found each : found) {
            if (isBeaten(each, found)) continue;
            if (worst == null || isBetter(worst.value(), each.value())) worst = each;
        }
        return worst == null
                ? new Verdict(target, wanted(), null, "", "", Verdict.Outcome.NOT_MEASURED)
                : new Verdict(
                        target,
                        wanted(),
                        worst.value(),
                        shown(worst.value()),
                        worst.own().key()
                                + (worst.other() == null
                                        ? ""
                                        : " against " + worst.other().by()),
                        isReached(worst.value()) ? Verdict.Outcome.REACHED : Verdict.Outcome.MISSED);
    }

    /** Times with their unit, ratios with two decimals, amounts with none. */
    private String shown(double value) {
        if (measure == Measure.DIFFERENCE) return Amounts.time(value);
        if (measure == Measure.ALLOCATED_MORE) return Amounts.number(value);
        return value < 100 ? Amounts.times(value) : Amounts.number(value);
    }

    /** A value of a row of ours, and of the row that it was compared with. */
    private record Found(Figure own, @Nullable Figure other, double value) {}

    private boolean isOurs(Figure figure) {
        return figure.side() == Side.OWN
                && figure.section().matches(section)
                && figure.subject().matches(subject)
                && figure.size() >= leastSize
                && figure.size() <= mostSize
                && figure.by().matches(ours);
    }

    private boolean isTheirs(Figure own, Figure other) {
        return other.side() == against
                && own.comparesWith(other)
                && (theirs == null || other.by().matches(theirs))
                && (other.side() != Side.FLOOR || isFloorOf(own, other));
    }

    /** A floor that has no implementation is under all of them. */
    private static boolean isFloorOf(Figure own, Figure floor) {
        return floor.implementation().isEmpty() || floor.implementation().equals(own.implementation());
    }

    private Optional<Found> found(Figure own, List<Figure> all) {
        if (against == null) return value(own, null).map(value -> new Found(own, null, value));
        Found worst = null;
        for (Figure other : all) {
            if (!isTheirs(own, other)) continue;
            Optional<Double> value = value(own, other);
            if (value.isEmpty()) continue;
            if (worst == null || isBetter(worst.value(), value.get())) worst = new Found(own, other, value.get());
        }
        return Optional.ofNullable(worst);
    }

    private Optional<Double> value(Figure own, @Nullable Figure other) {
        return switch (measure) {
            case SPEED -> Optional.of((other == null ? 1 : other.value()) / own.value());
            case AMOUNT -> Optional.of(own.value() / (other == null ? 1 : other.value()));
            case ALLOCATION -> allocated(own, other);
            case ALLOCATED_MORE -> allocatedMore(own, other);
            case DIFFERENCE -> Optional.of(own.value() - (other == null ? 0 : other.value()));
        };
    }

    private static Optional<Double> allocated(Figure own, @Nullable Figure other) {
        Double mine = own.allocated();
        Double yours = other == null ? Double.valueOf(1) : other.allocated();
        return mine == null || yours == null || yours == 0 ? Optional.empty() : Optional.of(mine / yours);
    }

    /** Rounded: shares of a byte are what JMH's own loop allocates. */
    private static Optional<Double> allocatedMore(Figure own, @Nullable Figure other) {
        Double mine = own.allocated();
        Double yours = other == null ? Double.valueOf(0) : other.allocated();
        return mine == null || yours == null ? Optional.empty() : Optional.of((double) Math.round(mine - yours));
    }

    private boolean isBeaten(Found one, List<Found> all) {
        if (against == Side.FLOOR) return false;
        return all.stream()
                .anyMatch(other -> other.own().comparesWith(one.own()) && isBetter(other.value(), one.value()));
    }

    private boolean isBetter(double one, double other) {
        return least != null ? one > other : one < other;
    }

    private boolean isReached(double value) {
        return (least == null || value >= least) && (most == null || value <= most);
    }
}
