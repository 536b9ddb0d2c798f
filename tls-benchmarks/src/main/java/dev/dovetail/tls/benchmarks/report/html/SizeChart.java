package dev.dovetail.tls.benchmarks.report.html;

import static dev.dovetail.tls.benchmarks.report.html.Markup.at;

import dev.dovetail.tls.benchmarks.report.Amounts;
import dev.dovetail.tls.benchmarks.report.Display;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Ratios;
import dev.dovetail.tls.benchmarks.report.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lines over the size of the payload: throughput, or the share of the bare cipher's.
 *
 * @param look of the lines
 * @param ratios of the run
 * @param shares whether shares are drawn
 */
record SizeChart(Look look, Ratios ratios, boolean shares) {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 300;
    private static final int LEFT = 54;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;

    /** One subject's figures; the scales hold all of {@code among}, so that charts of several runs compare. */
    String svg(String title, List<Figure> figures, List<Figure> among, List<Ratios> others) {
        Scale across = across(among);
        Scale up = up(among, others);
        Markup out = new Markup();
        out.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                title + ": " + (shares ? "share of the bare cipher's speed" : "throughput") + " by size");
        axes(out, across, up, among);
        lines(figures).values().forEach(line -> line(out, line, across, up));
        return out.close().toString();
    }

    private Scale across(List<Figure> among) {
        double least = among.stream().mapToInt(Figure::size).min().orElse(1);
        double most = among.stream().mapToInt(Figure::size).max().orElse(2);
        return new Scale(least, most > least ? most : least * 2, LEFT + 14, WIDTH - RIGHT - 14, true);
    }

    private Scale up(List<Figure> among, List<Ratios> all) {
        if (shares) {
            double most = all.stream()
                    .flatMap(run ->
                            run.all().stream().filter(among::contains).flatMap(figure -> run.toFloor(figure).stream()))
                    .mapToDouble(Ratios.Ratio::times)
                    .max()
                    .orElse(1);
            return Scale.linear(Math.max(1, most), HEIGHT - BOTTOM, TOP);
        }
        double least = among.stream()
                .mapToDouble(figure -> Display.THROUGHPUT.value(figure, figure.most()))
                .min()
                .orElse(1);
        double most = among.stream()
                .mapToDouble(figure -> Display.THROUGHPUT.value(figure, figure.least()))
                .max()
                .orElse(1);
        return Scale.logarithmic(least, most, HEIGHT - BOTTOM, TOP);
    }

    /** Ours last, and so on top. */
    private Map<String, List<Figure>> lines(List<Figure> figures) {
        List<Figure> order = new ArrayList<>(figures);
        if (shares) order.removeIf(figure -> ratios.toFloor(figure).isEmpty());
        order.sort(Comparator.comparing((Figure figure) -> figure.side() == Side.OWN)
                .thenComparing(figure -> figure.side() != Side.FLOOR)
                .thenComparingInt(Figure::size));
        return order.stream().collect(Collectors.groupingBy(Figure::by, LinkedHashMap::new, Collectors.toList()));
    }

    private void axes(Markup out, Scale across, Scale up, List<Figure> among) {
        out.open("g", "class", "axis", "aria-hidden", "true");
        for (double tick : up.ticks()) {
            String y = at(up.at(tick));
            boolean whole = shares && Math.abs(tick - 1) < 1e-9;
            out.empty(
                    "line",
                    "class",
                    whole ? "whole" : "grid",
                    "x1",
                    at(LEFT),
                    "x2",
                    at(WIDTH - RIGHT),
                    "y1",
                    y,
                    "y2",
                    y);
            String label = shares ? Amounts.percent(tick) : Amounts.number(tick);
            out.leaf("text", label, "x", at(LEFT - 7), "y", at(up.at(tick) + 4), "class", "end");
        }
        among.stream().map(Figure::size).distinct().sorted().forEach(size -> {
            String x = at(across.at(size));
            out.empty(
                    "line",
                    "class",
                    "tick",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    at(HEIGHT - BOTTOM),
                    "y2",
                    at(HEIGHT - BOTTOM + 4.0));
            out.leaf("text", bytes(size), "x", x, "y", at(HEIGHT - BOTTOM + 18), "class", "mid");
        });
        String middle = at((LEFT + WIDTH - RIGHT) / 2.0);
        out.leaf("text", "payload, bytes", "x", middle, "y", at(HEIGHT - 8), "class", "mid name");
        String unit = shares ? "of the bare cipher" : "MB/s";
        out.leaf(
                "text",
                unit,
                "class",
                "mid name",
                "transform",
                "translate(11 " + at((TOP + HEIGHT - BOTTOM) / 2.0) + ") rotate(-90)");
        out.close();
    }

    private static String bytes(int size) {
        return size >= 1024 && size % 1024 == 0 ? size / 1024 + " Ki" : String.valueOf(size);
    }

    private void line(Markup out, List<Figure> line, Scale across, Scale up) {
        Figure first = line.get(0);
        out.open("g", "class", look.classes(first), "data-by", look.series(first));
        String points = line.stream()
                .map(figure -> at(across.at(figure.size())) + "," + at(up.at(value(figure, figure.value()))))
                .collect(Collectors.joining(" "));
        out.empty("polyline", "points", points, "stroke-dasharray", dash(first));
        for (Figure figure : line) point(out, figure, across.at(figure.size()), up);
        out.close();
    }

    private void point(Markup out, Figure figure, double x, Scale up) {
        out.open("g", "class", "point");
        out.leaf("title", Hover.text(figure, ratios));
        if (!shares) {
            double high = up.at(value(figure, figure.least()));
            double low = up.at(value(figure, figure.most()));
            out.empty("path", "class", "whisker", "d", Whisker.upright(x, low, high));
        }
        out.empty("path", "class", "mark", "d", look.mark(figure, x, up.at(value(figure, figure.value()))));
        out.close();
    }

    private String dash(Figure figure) {
        String dash = look.dash(figure);
        return dash.isEmpty() ? "none" : dash;
    }

    private double value(Figure figure, double measured) {
        if (!shares) return Display.THROUGHPUT.value(figure, measured);
        return ratios.toFloor(figure).map(Ratios.Ratio::times).orElse(0.0);
    }
}
