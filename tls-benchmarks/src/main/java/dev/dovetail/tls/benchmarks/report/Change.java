package dev.dovetail.tls.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * A row beside the same one of an earlier run.
 *
 * @param key which
 * @param before null if it is new
 * @param after null if it is gone
 * @param times how many times as good as before, beside what did not change; NaN if there is nothing to compare
 * @param chance how probable such a difference would be without any change, among so many rows; 1 where nobody can tell
 * @param speed whether it is faster, or holds less
 * @param allocation whether it allocates less
 */
public record Change(
        FigureKey key,
        @Nullable Figure before,
        @Nullable Figure after,
        double times,
        double chance,
        Movement speed,
        Movement allocation) {}
