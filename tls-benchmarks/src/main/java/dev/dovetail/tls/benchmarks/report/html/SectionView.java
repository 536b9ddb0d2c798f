package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.Display;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Ratios;
import dev.dovetail.tls.benchmarks.report.Report;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.Side;
import dev.dovetail.tls.benchmarks.report.TextTable;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One benchmark: charts for each of its subjects, those of several runs beside each other and on the same scales, then
 * tables with all figures.
 *
 * @param look of the contenders
 * @param runs at least one
 * @param names of the runs, to tell them apart; empty for a single one
 * @param section whose
 */
record SectionView(Look look, List<Run> runs, List<String> names, String section) {

    // Choice: beyond that, a second set of charts is more than one looks at; the tables have it.
    private static final int FEW = 8;
    private static final int USUAL_SIZE = 16384;

    /** A chart of one run, for one subject; {@code among} is what all runs have of it. */
    private interface Drawing {

        String svg(String title, List<Figure> figures, List<Figure> among, Ratios ratios);
    }

    void write(Markup out) {
        Map<String, List<Figure>> subjects = subjects();
        out.open("section", "id", id(section), "aria-labelledby", id(section) + "-title");
        out.leaf("h2", title(section), "id", id(section) + "-title").line();
        Map<String, List<Figure>> lines = only(subjects, SectionView::hasSizes);
        if (!lines.isEmpty()) lines(out, lines);
        Map<String, List<Figure>> bars = only(subjects, figures -> !hasSizes(figures));
        if (!bars.isEmpty()) bars(out, bars, false);
        Map<String, List<Figure>> allocated = allocated(subjects);
        if (!allocated.isEmpty() && allocated.size() <= FEW) {
            out.leaf("h3", "Allocated on the heap in one operation");
            bars(out, allocated, true);
        }
        for (int i = 0; i < runs.size(); i++) table(out, i);
        out.close().line();
    }

    private static Map<String, List<Figure>> only(
            Map<String, List<Figure>> subjects, Predicate<List<Figure>> condition) {
        Map<String, List<Figure>> chosen = new LinkedHashMap<>(subjects);
        chosen.values().removeIf(condition.negate());
        return chosen;
    }

    static String id(String section) {
        return "s-" + section.replaceAll("[^A-Za-z0-9]", "");
    }

    /** A class's name in words. */
    static String title(String section) {
        String words = section.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? section : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<Figure> figures(Run run) {
        return run.sections().getOrDefault(section, List.of());
    }

    /** What all runs have of a subject; of held bytes and times each for itself. */
    private Map<String, List<Figure>> subjects() {
        return runs.stream()
                .flatMap(run -> figures(run).stream())
                .collect(Collectors.groupingBy(SectionView::subject, LinkedHashMap::new, Collectors.toList()));
    }

    private static String subject(Figure figure) {
        return figure.subject() + (figure.unit() == Unit.BYTES ? ", bytes held" : "");
    }

    private static boolean hasSizes(List<Figure> figures) {
        return figures.stream().map(Figure::size).distinct().count() > 1;
    }

    private void lines(Markup out, Map<String, List<Figure>> lines) {
        legend(out, lines.values().stream().flatMap(List::stream).toList());
        out.leaf("h3", "Throughput by size");
        grid(
                out,
                lines,
                (title, figures, among, ratios) ->
                        new SizeChart(look, ratios, false).svg(title, figures, among, all()));
        Map<String, List<Figure>> shares =
                only(lines, figures -> figures.stream().anyMatch(figure -> figure.side() == Side.FLOOR));
        if (shares.isEmpty()) return;
        out.leaf("h3", "Share of the bare cipher’s speed");
        grid(
                out,
                shares,
                (title, figures, among, ratios) -> new SizeChart(look, ratios, true).svg(title, figures, among, all()));
    }

    private void bars(Markup out, Map<String, List<Figure>> subjects, boolean allocation) {
        grid(
                out,
                subjects,
                (title, figures, among, ratios) ->
                        new BarChart(look, ratios, Display.of(among), allocation).svg(title, figures, among));
    }

    private List<Ratios> all() {
        return runs.stream().map(run -> new Ratios(run.measurements())).toList();
    }

    private void grid(Markup out, Map<String, List<Figure>> subjects, Drawing drawing) {
        boolean wide = subjects.values().stream().anyMatch(SectionView::hasSizes);
        out.open("div", "class", wide ? "grid wide" : "grid").line();
        subjects.forEach((subject, among) -> {
            String title = subject + (hasSizes(among) ? "" : size(among.get(0)));
            for (int i = 0; i < runs.size(); i++) card(out, title, i, among, drawing);
        });
        out.close().line();
    }

    private void card(Markup out, String title, int run, List<Figure> among, Drawing drawing) {
        List<Figure> figures =
                figures(runs.get(run)).stream().filter(among::contains).toList();
        if (figures.isEmpty()) return;
        out.open("figure", "class", "card").open("figcaption").leaf("span", title);
        if (runs.size() > 1) out.leaf("span", names.get(run), "class", "tag t" + run);
        out.close();
        Ratios ratios = new Ratios(runs.get(run).measurements());
        out.raw(drawing.svg(title, figures, among, ratios)).close().line();
    }

    private static String size(Figure figure) {
        return figure.size() == 0 ? "" : ", " + figure.size() + " bytes";
    }

    /** Of each subject one size, the largest that is one record. */
    private static Map<String, List<Figure>> allocated(Map<String, List<Figure>> subjects) {
        Map<String, List<Figure>> allocated = new LinkedHashMap<>();
        subjects.forEach((subject, figures) -> {
            int most = figures.stream()
                    .mapToInt(Figure::size)
                    .filter(size -> size <= USUAL_SIZE)
                    .max()
                    .orElse(figures.get(0).size());
            List<Figure> counted = figures.stream()
                    .filter(figure -> figure.size() == most && figure.allocated() != null)
                    .toList();
            if (!counted.isEmpty()) allocated.put(subject, counted);
        });
        return allocated;
    }

    private void legend(Markup out, List<Figure> figures) {
        Map<String, Figure> each = figures.stream()
                .collect(Collectors.toMap(Figure::by, figure -> figure, (one, other) -> one, LinkedHashMap::new));
        out.open("ul", "class", "legend", "aria-label", "Who is who in the charts: press to point at one")
                .line();
        each.values().stream().sorted(Comparator.comparing(Figure::side)).forEach(figure -> {
            out.open("li")
                    .open(
                            "button",
                            "type",
                            "button",
                            "aria-pressed",
                            "false",
                            "class",
                            look.classes(figure),
                            "data-by",
                            look.series(figure));
            out.open("svg", "viewBox", "0 0 34 14", "aria-hidden", "true");
            String dash = look.dash(figure);
            out.empty("polyline", "points", "1,7 33,7", "stroke-dasharray", dash.isEmpty() ? "none" : dash);
            out.empty("path", "class", "mark", "d", look.mark(figure, 17, 7));
            out.close().leaf("span", figure.by()).close().close().line();
        });
        out.close().line();
    }

    private void table(Markup out, int run) {
        TextTable table = new Report(runs.get(run)).tables().get(section);
        if (table == null) return;
        out.open("details", "class", "figures");
        out.leaf("summary", "All figures as a table" + (runs.size() > 1 ? ", " + names.get(run) : ""));
        List<Figure> figures = figures(runs.get(run));
        Tables.write(
                out,
                table,
                title(section) + (runs.size() > 1 ? ", " + names.get(run) : ""),
                row -> figures.get(row).side() == Side.OWN ? "own" : "");
        out.close().line();
    }
}
