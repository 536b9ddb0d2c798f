package dev.dovetail.tls.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures as a table, for a terminal and for a page.
 *
 * @param figures in the order of the plan
 */
record Report(List<Figure> figures) {

    private static final List<String> HEAD =
            List.of("what", "bytes", "by", "time", "±", "rate", "× peer", "of bare", "B/op");
    private static final List<Boolean> TO_THE_LEFT =
            List.of(true, false, true, false, false, false, false, false, false);
    private static final double RESTLESS = 0.2;
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;
    private static final double SECOND = 1_000_000_000;

    /** What the columns mean. */
    static final String LEGEND = """
            time     mean of one operation; ± is half the way from the fastest iteration to the slowest
            × peer   how many times as fast as SunJSSE, or, for groups and signatures, as the JDK's implementation
            of bare  how much of the bare cipher's speed is left in the record layer
            B/op     bytes allocated on the heap in one operation, by us and by what we call
            """;

    /** Says so if the machine was too busy to tell; else nothing. */
    String warning() {
        long restless =
                figures.stream().filter(figure -> figure.spread() > RESTLESS).count();
        if (restless == 0) return "";
        return String.format(
                Locale.ROOT,
                "%n%d of %d rows vary by more than %.0f %%: the machine was busy, measure them again.%n",
                restless,
                figures.size(),
                RESTLESS * 100);
    }

    /** For a terminal: columns of equal width, a section for each benchmark. */
    String text() {
        StringBuilder out = new StringBuilder();
        sections().forEach((section, rows) -> {
            out.append(section).append('\n');
            int[] widths = widths(rows);
            for (List<String> row : rows)
                out.append("  ").append(aligned(row, widths)).append('\n');
            out.append('\n');
        });
        return out.toString();
    }

    /** For a page: a Markdown table for each benchmark. */
    String markdown() {
        StringBuilder out = new StringBuilder();
        sections().forEach((section, rows) -> {
            out.append("#### ").append(section).append("\n\n");
            int[] widths = widths(rows);
            for (List<String> row : rows) {
                out.append(markdownRow(row, widths));
                if (row == HEAD) out.append(markdownRule(widths));
            }
            out.append('\n');
        });
        return out.toString();
    }

    private static String markdownRow(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) row.append(' ').append(cells.get(i)).append(" |");
        }
        return row.append('\n').toString();
    }

    private static String markdownRule(int[] widths) {
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) row.append(TO_THE_LEFT.get(i) ? "---|" : "--:|");
        }
        return row.append('\n').toString();
    }

    /** The rows of each section, under the head. */
    private Map<String, List<List<String>>> sections() {
        Map<String, List<List<String>>> sections = new LinkedHashMap<>();
        for (Figure figure : figures) {
            sections.computeIfAbsent(figure.measurement().section(), name -> new ArrayList<>(List.of(HEAD)))
                    .add(row(figure));
        }
        return sections;
    }

    private List<String> row(Figure figure) {
        Measurement measured = figure.measurement();
        return List.of(
                measured.subject(),
                measured.payload().map(String::valueOf).orElse(""),
                measured.by(),
                time(figure.nanoseconds()),
                percent(figure.spread()),
                rate(figure),
                times(figure.againstPeer(figures)),
                share(figure.againstFloor(figures)),
                format("%.0f", figure.bytes()));
    }

    private static String time(double nanoseconds) {
        if (nanoseconds < 10 * MICRO) return format("%.0f ns", nanoseconds);
        if (nanoseconds < 10 * MILLI) return format("%.1f µs", nanoseconds / MICRO);
        return format("%.1f ms", nanoseconds / MILLI);
    }

    private static String rate(Figure figure) {
        // Bytes in a microsecond are megabytes in a second.
        return figure.measurement()
                .payload()
                .map(size -> format("%.0f MB/s", size / (figure.nanoseconds() / MICRO)))
                .orElseGet(() -> format("%.0f/s", SECOND / figure.nanoseconds()));
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isPresent() ? format("%.2f", ratio.getAsDouble()) : "";
    }

    private static String share(OptionalDouble ratio) {
        return ratio.isPresent() ? percent(ratio.getAsDouble()) : "";
    }

    private static String percent(double share) {
        return format("%.0f %%", share * 100);
    }

    private static String format(String pattern, double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, pattern, value);
    }

    /** Of each column; 0 for one that has nothing but its head, which is left out. */
    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (int i = 0; i < widths.length; i++) {
            for (List<String> row : rows.subList(1, rows.size())) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
            if (widths[i] > 0) widths[i] = Math.max(widths[i], HEAD.get(i).length());
        }
        return widths;
    }

    /** Names to the left, numbers to the right. */
    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) continue;
            String blank = " ".repeat(widths[i] - row.get(i).length());
            line.append(TO_THE_LEFT.get(i) ? row.get(i) + blank : blank + row.get(i))
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }
}
