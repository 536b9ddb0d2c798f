package dev.dovetail.tls.benchmarks.report;

import dev.dovetail.tls.benchmarks.report.TextTable.Column;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, for people.
 *
 * @param comparison of two runs
 */
public record ComparisonReport(Comparison comparison) {

    private static final List<Column> COLUMNS = List.of(
            Column.name("section"),
            Column.name("what"),
            Column.number("bytes"),
            Column.name("by"),
            Column.number("before"),
            Column.number("now"),
            Column.number("times as good"),
            Column.name("moved"),
            Column.number("B/op before"),
            Column.number("B/op now"),
            Column.name("allocation"));

    /**
     * What moved, in one sentence.
     *
     * @return also if nothing did
     */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Against the run of %s: %d rows are better, %d worse, %d as they were, %d new, %d gone.",
                comparison.before().facts().get("Date"),
                comparison.with(Movement.BETTER).size(),
                comparison.with(Movement.WORSE).size(),
                comparison.with(Movement.STILL).size(),
                comparison.with(Movement.NEW).size(),
                comparison.with(Movement.GONE).size());
    }

    /**
     * What counted as noise.
     *
     * @return a sentence or two
     */
    public String noise() {
        Noise noise = comparison.noise();
        String rule = String.format(
                Locale.ROOT,
                "A row has moved if it differs by more than %.1f %% and its iterations differ (Welch's test, at most one"
                        + " false alarm in twenty moves)",
                noise.floor() * 100);
        if (noise.controls() == 0) return rule + ".";
        return rule
                + String.format(
                        Locale.ROOT,
                        ". That is learnt from %d rows that are not ours, which ran the same code twice: in the median"
                                + " they are %.1f %% %s, which is taken out of all, and nine of ten stayed within %.1f %% of that.",
                        noise.controls(),
                        Math.abs(noise.drift()) * 100,
                        noise.drift() < 0 ? "slower" : "faster",
                        noise.floor() * 100);
    }

    /**
     * The rows that moved.
     *
     * @return the largest moves first; no row if nothing moved
     */
    public TextTable moved() {
        return new TextTable(
                COLUMNS, comparison.moved().stream().map(ComparisonReport::row).toList());
    }

    /**
     * All of it for a terminal.
     *
     * @return lines
     */
    public String text() {
        StringBuilder out = new StringBuilder(summary()).append('\n');
        out.append(noise()).append('\n');
        comparison.warnings().forEach(warning -> out.append(warning).append('\n'));
        TextTable moved = moved();
        if (!moved.rows().isEmpty()) out.append(moved.text());
        for (Movement movement : List.of(Movement.NEW, Movement.GONE)) {
            comparison
                    .with(movement)
                    .forEach(change -> out.append("  ")
                            .append(word(movement))
                            .append(": ")
                            .append(change.key())
                            .append('\n'));
        }
        return out.toString();
    }

    /**
     * A movement in a word.
     *
     * @param movement any
     * @return in lower case; empty for none
     */
    public static String word(Movement movement) {
        return movement == Movement.STILL ? "" : movement.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> row(Change change) {
        return List.of(
                change.key().section(),
                change.key().subject(),
                change.key().size() == 0 ? "" : String.valueOf(change.key().size()),
                change.key().by(),
                shown(change.before()),
                shown(change.after()),
                Amounts.times(change.times()),
                word(change.speed()),
                allocated(change, change.before()),
                allocated(change, change.after()),
                word(change.allocation()));
    }

    private static String shown(@Nullable Figure figure) {
        return figure == null ? "" : Amounts.value(figure);
    }

    private static String allocated(Change change, @Nullable Figure figure) {
        return figure == null || !change.allocation().isMove() ? "" : Amounts.count(figure.allocated());
    }
}
