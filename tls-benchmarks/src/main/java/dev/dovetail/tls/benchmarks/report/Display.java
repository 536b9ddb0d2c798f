package dev.dovetail.tls.benchmarks.report;

import java.util.Collection;

/** In which unit figures are shown beside each other in a chart. */
public enum Display {
    /** Megabytes of payload in a second. */
    THROUGHPUT("MB/s", false),
    /** Operations in a second. */
    RATE("operations/s", false),
    /** Milliseconds, for what is done once. */
    MILLISECONDS("ms", true),
    /** Bytes that are held. */
    BYTES("bytes held", true);

    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;
    private static final double SECOND = 1_000_000_000;
    private static final double SLOW = 20 * MILLI;

    private final String unit;
    private final boolean lessIsBetter;

    Display(String unit, boolean lessIsBetter) {
        this.unit = unit;
        this.lessIsBetter = lessIsBetter;
    }

    /**
     * What suits all of them.
     *
     * @param figures that compare with each other, at least one
     * @return the same for all, so that they can share an axis
     */
    public static Display of(Collection<Figure> figures) {
        Figure any = figures.iterator().next();
        if (any.unit() == Unit.BYTES) return BYTES;
        if (any.size() > 0) return THROUGHPUT;
        return figures.stream().anyMatch(figure -> figure.value() >= SLOW) ? MILLISECONDS : RATE;
    }

    /**
     * A value as it is shown.
     *
     * @param figure whose
     * @param measured an iteration's value, or the figure's
     * @return in {@link #unit()}
     */
    public double value(Figure figure, double measured) {
        return switch (this) {
            // Bytes in a microsecond are megabytes in a second.
            case THROUGHPUT -> figure.size() / (measured / MICRO);
            case RATE -> SECOND / measured;
            case MILLISECONDS -> measured / MILLI;
            case BYTES -> measured;
        };
    }

    /**
     * The figure with its unit.
     *
     * @param figure whose
     * @return for people
     */
    public String text(Figure figure) {
        double value = value(figure, figure.value());
        return switch (this) {
            case THROUGHPUT -> Amounts.number(value) + " MB/s";
            case RATE -> Amounts.number(value) + "/s";
            case MILLISECONDS -> Amounts.time(figure.value());
            case BYTES -> Amounts.bytes(value);
        };
    }

    /**
     * What an axis is called.
     *
     * @return without brackets
     */
    public String unit() {
        return unit;
    }

    /**
     * Whether a short bar is a good one.
     *
     * @return true for bytes and times
     */
    public boolean isLessBetter() {
        return lessIsBetter;
    }
}
