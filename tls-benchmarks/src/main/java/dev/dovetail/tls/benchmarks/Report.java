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
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;
    private static final double SECOND = 1_000_000_000;

    /** For a terminal: columns of equal width, a section for each benchmark. */
    String text() {
        StringBuilder out = new StringBuilder();
        sections().forEach((section, rows) -> {
            out.append(section).append('\n');
            List<List<String>> all = new ArrayList<>(List.of(HEAD));
            all.addAll(rows);
            int[] widths = widths(all);
            for (List<String> row : all) out.append("  ").append(aligned(row, widths)).append('\n');
            out.append('\n');
        });
        return out.toString();
    }

    /** For a page: a Markdown table for each benchmark. */
    String markdown() {
        StringBuilder out = new StringBuilder();
        sections().forEach((section, rows) -> {
            out.append("#### ").append(section).append("\n\n");
            out.append(markdownRow(HEAD));
            out.append("|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
            for (List<String> row : rows) out.append(markdownRow(row));
            out.append('\n');
        });
        return out.toString();
    }

    private static String markdownRow(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private Map<String, List<List<String>>> sections() {
        Map<String, List<List<String>>> sections = new LinkedHashMap<>();
        for (Figure figure : figures) {
            sections.computeIfAbsent(figure.measurement().section(), name -> new ArrayList<>())
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

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], row.get(i).length());
        }
        return widths;
    }

    /** Names to the left, numbers to the right. */
    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blank = " ".repeat(widths[i] - row.get(i).length());
            boolean name = i == 0 || i == 2;
            line.append(name ? row.get(i) + blank : blank + row.get(i)).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
