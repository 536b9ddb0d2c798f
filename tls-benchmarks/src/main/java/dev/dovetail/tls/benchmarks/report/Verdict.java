package dev.dovetail.tls.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a target was met.
 *
 * @param target what was aimed at
 * @param wanted the limit
 * @param measured the worst value; null if nothing was measured for it
 * @param shown the same for a table; empty if nothing was measured
 * @param where which rows gave it; empty if none did
 * @param outcome whether that is enough
 */
public record Verdict(
        String target, String wanted, @Nullable Double measured, String shown, String where, Outcome outcome) {

    /** Whether a target was reached. */
    public enum Outcome {
        /** It was. */
        REACHED,
        /** It was not. */
        MISSED,
        /** What it needs was not in this run. */
        NOT_MEASURED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
