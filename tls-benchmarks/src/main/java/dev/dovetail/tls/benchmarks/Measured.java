package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Figure;
import java.time.Duration;

/**
 * A measurement, and what came out of it.
 *
 * @param measurement what was measured
 * @param figure of all times that it was
 * @param taken how long that took the first time
 */
record Measured(Measurement measurement, Figure figure, Duration taken) {

    /** Measured once more. */
    Measured and(Figure again) {
        return new Measured(measurement, figure.and(again), taken);
    }
}
