package dev.dovetail.tls.benchmarks.report;

import dev.dovetail.tls.benchmarks.report.Ratios.Ratio;
import dev.dovetail.tls.benchmarks.report.TextTable.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a run, for a terminal and for a page.
 *
 * @param run what was measured
 */
public record Report(Run run) {

    /** Which column of {@link #tables()} names who was measured. */
    public static final int BY = 2;

    private static final List<Column> COLUMNS = List.of(
            Column.name("what"),
            Column.number("bytes"),
            Column.name("by"),
            Column.number("time"),
            Column.number("±"),
            Column.number("rate"),
            Column.number("× SunJSSE"),
            Column.number("× best peer"),
            Column.name("best peer"),
            Column.number("of bare"),
            Column.number("B/op"));
    private static final String SUMMARY = "Summary, geometric means";

    /** What the columns mean. */
    public static final String LEGEND = """
            time         one operation in the best iteration, or bytes held; ± is half the way from the best to the worst
            × SunJSSE    how many times as good as the JDK's own TLS, at its best
            × best peer  how many times as good as the best of all others, which is named behind
            of bare      how much of the bare cipher's speed is left, by the same implementation
            B/op         bytes allocated on the heap in one operation, by a stack and by what it calls
            Behind ± stands in how many JVMs a row was measured, if in several, and … if it was not steady yet when the time
            to warm up was over. What is doubtful is measured once more, with all that it is compared with.
            """;

    /**
     * Says which rows are not to be trusted.
     *
     * @return a sentence or two, or nothing
     */
    public String warning() {
        List<Figure> all = run.measurements();
        long restless = all.stream().filter(Figure::isRestless).count();
        long lone = all.stream().filter(figure -> !figure.isConfirmed()).count();
        long cutShort = all.stream().filter(Figure::cutShort).count();
        List<String> sentences = new ArrayList<>();
        if (restless > 0 || lone > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of %d rows %d vary by more than 20 %%, and of %d hardly an iteration comes within 5 %% of the best:"
                            + " the machine was busy, and the best may be luck.",
                    all.size(),
                    restless,
                    lone));
        }
        if (cutShort > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of %d rows %d were not steady yet when the time to warm up was over.",
                    all.size(),
                    cutShort));
        }
        return String.join(" ", sentences);
    }

    /**
     * A table for each benchmark.
     *
     * @return by section, in order
     */
    public Map<String, TextTable> tables() {
        Ratios ratios = new Ratios(run.measurements());
        Map<String, TextTable> tables = new LinkedHashMap<>();
        run.sections()
                .forEach((section, figures) -> tables.put(
                        section,
                        new TextTable(
                                COLUMNS,
                                figures.stream()
                                        .map(figure -> row(figure, ratios))
                                        .toList())));
        return tables;
    }

    /**
     * How the targets were met.
     *
     * @return a row for each
     */
    public TextTable targets() {
        List<Column> columns = List.of(
                Column.name("target"),
                Column.number("wanted"),
                Column.number("measured"),
                Column.name("outcome"),
                Column.name("by the worst of its rows"));
        return new TextTable(
                columns,
                Targets.ours().verdicts(run).stream()
                        .map(verdict -> List.of(
                                verdict.target(),
                                verdict.wanted(),
                                verdict.shown(),
                                verdict.outcome().toString(),
                                verdict.where()))
                        .toList());
    }

    /**
     * All of it for a terminal: who is absent, then the tables, then what is wrong with them.
     *
     * @return lines
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        run.facts().forEach((name, value) -> out.append(String.format("%-10s %s%n", name, value)));
        for (Absent absent : run.absent()) {
            out.append("Absent     ").append(sentence(absent)).append('\n');
        }
        out.append('\n');
        tables().forEach((section, table) ->
                out.append(section).append('\n').append(table.text()).append('\n'));
        out.append(LEGEND);
        TextTable summary = Summary.table(Summary.of(run));
        if (!summary.rows().isEmpty()) {
            out.append("\n" + SUMMARY + "\n").append(summary.text());
        }
        out.append("\nTargets\n").append(targets().text());
        if (!warning().isEmpty()) out.append('\n').append(warning()).append('\n');
        for (Failure failure : run.failed()) {
            out.append("\nFailed: ").append(failure.measurement()).append(": ").append(failure.reason());
        }
        return run.failed().isEmpty() ? out.toString() : out.append('\n').toString();
    }

    /**
     * All of it for a page: who is absent and what is wrong with the figures, then the tables.
     *
     * @return Markdown, without the facts
     */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        List<String> notes = notes();
        notes.forEach(note ->
                out.append("- ").append(note.replaceAll("\\s+", " ").strip()).append('\n'));
        if (!notes.isEmpty()) out.append('\n');
        tables().forEach((section, table) -> markdown(out, section, table));
        TextTable summary = Summary.table(Summary.of(run));
        if (!summary.rows().isEmpty()) markdown(out, SUMMARY, summary);
        markdown(out, "Targets", targets());
        return out.toString();
    }

    private static void markdown(StringBuilder out, String head, TextTable table) {
        out.append("#### ").append(head).append("\n\n").append(table.markdown()).append('\n');
    }

    /** Whatever one should know before one believes the tables. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        run.absent().forEach(absent -> notes.add("Absent: " + sentence(absent)));
        if (!warning().isEmpty()) notes.add("Noise: " + warning());
        run.failed().forEach(failure -> notes.add("Failed: " + failure.measurement() + ": " + failure.reason()));
        return notes;
    }

    private static String spread(Figure figure) {
        String marks = (figure.jvms() > 1 ? " " + figure.jvms() : "") + (figure.cutShort() ? " …" : "");
        return Amounts.percent(figure.spread()) + marks;
    }

    /** Nothing where it would only repeat the figure. */
    private static String rate(Figure figure) {
        Display display = Display.of(List.of(figure));
        return display.isLessBetter() ? "" : display.text(figure);
    }

    private static String sentence(Absent absent) {
        return absent.contender() + ": " + absent.reason();
    }

    private static List<String> row(Figure figure, Ratios ratios) {
        Optional<Ratio> best = ratios.toBestPeer(figure);
        return List.of(
                figure.subject(),
                figure.size() == 0 ? "" : String.valueOf(figure.size()),
                figure.by(),
                Amounts.value(figure),
                spread(figure),
                rate(figure),
                ratios.toSunJsse(figure)
                        .map(ratio -> Amounts.times(ratio.times()))
                        .orElse(""),
                best.map(ratio -> Amounts.times(ratio.times())).orElse(""),
                best.map(ratio -> ratio.other().by()).orElse(""),
                figure.side() == Side.OWN
                        ? ratios.toFloor(figure)
                                .map(ratio -> Amounts.percent(ratio.times()))
                                .orElse("")
                        : "",
                Amounts.count(figure.allocated()));
    }
}
