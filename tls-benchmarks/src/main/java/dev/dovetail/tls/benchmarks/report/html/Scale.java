package dev.dovetail.tls.benchmarks.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Values on an axis.
 *
 * @param from the least value
 * @param to the largest
 * @param start where the least value is drawn
 * @param end where the largest is drawn
 * @param logarithmic or linear
 */
record Scale(double from, double to, double start, double end, boolean logarithmic) {

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int STEPS_AT_MOST = 6;

    /** From zero to a round number that holds the largest value. */
    static Scale linear(double largest, double start, double end) {
        double step = step(largest, STEPS_AT_MOST);
        double to = largest <= 0 ? 1 : Math.ceil(largest / step) * step;
        return new Scale(0, to, start, end, false);
    }

    /** Between round numbers that hold all values, which are above zero. */
    static Scale logarithmic(double least, double largest, double start, double end) {
        double from = roundBelow(least);
        double to = -1;
        for (double decade = decade(largest); to < 0; decade *= 10) {
            for (double step : STEPS) {
                if (to < 0 && step * decade >= largest) to = step * decade;
            }
        }
        return new Scale(from, to > from ? to : from * 2, start, end, true);
    }

    double at(double value) {
        double share = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** Round numbers for the axis, some five of them. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (!logarithmic) {
            double step = step(to, STEPS_AT_MOST);
            for (int i = 0; i * step <= to * 1.0001; i++) ticks.add(i * step);
            return ticks;
        }
        boolean wide = to / from > 500;
        for (double decade = decade(from); decade <= to; decade *= 10) {
            for (double step : wide ? new double[] {1} : new double[] {1, 2, 5}) {
                double tick = step * decade;
                if (tick >= from * 0.999 && tick <= to * 1.001) ticks.add(tick);
            }
        }
        return ticks;
    }

    private static double roundBelow(double value) {
        double decade = decade(value);
        double below = decade;
        for (double step : STEPS) if (step * decade <= value) below = step * decade;
        return below;
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }

    private static double step(double largest, int count) {
        if (largest <= 0) return 1;
        double decade = decade(largest / count);
        for (double step : STEPS) if (largest / (step * decade) <= count) return step * decade;
        return 10 * decade;
    }
}
