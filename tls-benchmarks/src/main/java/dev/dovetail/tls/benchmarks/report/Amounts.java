package dev.dovetail.tls.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers with their units, for people. */
public final class Amounts {

    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;

    private Amounts() {}

    /**
     * A time.
     *
     * @param nanoseconds of one operation
     * @return in ns, µs or ms
     */
    public static String time(double nanoseconds) {
        if (nanoseconds < 100) return format("%.1f ns", nanoseconds);
        if (nanoseconds < 10 * MICRO) return format("%.0f ns", nanoseconds);
        if (nanoseconds < 10 * MILLI) return format("%.1f µs", nanoseconds / MICRO);
        return format("%.1f ms", nanoseconds / MILLI);
    }

    /**
     * The figure as it was measured.
     *
     * @param figure whose
     * @return a time, or bytes
     */
    public static String value(Figure figure) {
        return figure.unit() == Unit.BYTES ? bytes(figure.value()) : time(figure.value());
    }

    /**
     * Three figures that count, or all before the point.
     *
     * @param value any
     * @return with commas between thousands
     */
    public static String number(double value) {
        double size = Math.abs(value);
        return format(size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%,.1f" : "%,.2f", value);
    }

    /**
     * A number of bytes.
     *
     * @param value null where nobody counted
     * @return with commas between thousands; empty for null
     */
    public static String count(@Nullable Double value) {
        return value == null ? "" : format("%,.0f", value);
    }

    /**
     * A number of bytes, with the unit.
     *
     * @param value bytes
     * @return in B, up to 100,000, or KiB
     */
    public static String bytes(double value) {
        return value < 100_000 ? format("%,.0f B", value) : format("%,.0f KiB", value / 1024);
    }

    /**
     * A share in percent.
     *
     * @param share 1 for all
     * @return without decimals
     */
    public static String percent(double share) {
        return format("%.0f %%", share * 100);
    }

    /**
     * A ratio.
     *
     * @param ratio any
     * @return with two decimals
     */
    public static String times(double ratio) {
        return format("%.2f", ratio);
    }

    private static String format(String pattern, double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, pattern, value);
    }
}
