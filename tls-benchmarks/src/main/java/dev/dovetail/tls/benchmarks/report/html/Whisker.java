package dev.dovetail.tls.benchmarks.report.html;

import static dev.dovetail.tls.benchmarks.report.html.Markup.at;

/** From the least iteration to the most, with a small bar at each end. */
final class Whisker {

    private static final double HALF = 3;

    private Whisker() {}

    static String upright(double x, double low, double high) {
        return "M" + at(x - HALF) + " " + at(low) + "h" + at(2 * HALF) + "m" + at(-HALF) + " 0V" + at(high) + "m"
                + at(-HALF) + " 0h" + at(2 * HALF);
    }

    static String lying(double y, double low, double high) {
        return "M" + at(low) + " " + at(y - HALF) + "v" + at(2 * HALF) + "m0 " + at(-HALF) + "H" + at(high) + "m0 "
                + at(-HALF) + "v" + at(2 * HALF);
    }
}
