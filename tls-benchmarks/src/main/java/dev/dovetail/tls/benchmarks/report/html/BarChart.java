package dev.dovetail.tls.benchmarks.report.html;

import static dev.dovetail.tls.benchmarks.report.html.Markup.at;

import dev.dovetail.tls.benchmarks.report.Amounts;
import dev.dovetail.tls.benchmarks.report.Display;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Ratios;
import java.util.Comparator;
import java.util.List;

/**
 * A bar for each contender, the best on top: what a benchmark measures, or what it allocates.
 *
 * @param look of the bars
 * @param ratios of the run
 * @param display of what is measured
 * @param allocation whether allocation is drawn
 */
record BarChart(Look look, Ratios ratios, Display display, boolean allocation) {

    private static final int WIDTH = 420;
    private static final int ROW = 38;
    private static final int BAR = 12;
    private static final int TOP = 2;
    private static final int AXIS = 40;
    private static final int SIDE = 12;
    private static final int THOUSANDS = 10_000;

    /** One subject's figures; the scale holds all of {@code among}, so that charts of several runs compare. */
    String svg(String title, List<Figure> figures, List<Figure> among) {
        List<Figure> order = figures.stream()
                .filter(figure -> !allocation || figure.allocated() != null)
                .sorted(Comparator.comparingDouble(this::rank))
                .toList();
        double most = among.stream().mapToDouble(this::furthest).max().orElse(1);
        Scale along = Scale.linear(most, SIDE, WIDTH - SIDE);
        int height = TOP + ROW * order.size() + AXIS;
        Markup out = new Markup();
        out.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-label",
                title + ": " + unit() + " by contender");
        axis(out, along, height);
        double y = TOP;
        for (Figure figure : order) {
            bar(out, figure, along, y);
            y += ROW;
        }
        return out.close().toString();
    }

    private void axis(Markup out, Scale along, int height) {
        out.open("g", "class", "axis", "aria-hidden", "true");
        List<Double> ticks = along.ticks();
        for (double tick : ticks) {
            String x = at(along.at(tick));
            out.empty("line", "class", "grid", "x1", x, "x2", x, "y1", at(TOP), "y2", at(height - AXIS + 4));
            boolean first = tick == ticks.get(0);
            boolean last = tick == ticks.get(ticks.size() - 1);
            out.leaf(
                    "text",
                    tick >= THOUSANDS ? Amounts.number(tick / 1000) + " k" : Amounts.number(tick),
                    "x",
                    x,
                    "y",
                    at(height - AXIS + 19),
                    "class",
                    first ? "start" : last ? "end" : "mid");
        }
        out.leaf("text", axisName(), "x", at(WIDTH / 2.0), "y", at(height - 4), "class", "mid name");
        out.close();
    }

    private void bar(Markup out, Figure figure, Scale along, double y) {
        double value = value(figure);
        double middle = y + 20 + BAR / 2.0;
        out.open("g", "class", look.classes(figure) + " row", "data-by", look.series(figure));
        out.leaf("title", Hover.text(figure, ratios));
        out.leaf("text", figure.by(), "class", "start label", "x", at(SIDE), "y", at(y + 14));
        out.leaf("text", label(figure), "class", "end label", "x", at(WIDTH - SIDE), "y", at(y + 14));
        out.empty(
                "rect",
                "class",
                "track",
                "x",
                at(SIDE),
                "y",
                at(y + 20),
                "width",
                at(WIDTH - 2.0 * SIDE),
                "height",
                at(BAR),
                "rx",
                "2");
        out.empty(
                "rect",
                "class",
                "bar",
                "x",
                at(SIDE),
                "y",
                at(y + 20),
                "width",
                at(Math.max(1, along.at(value) - SIDE)),
                "height",
                at(BAR),
                "rx",
                "2");
        if (!allocation) {
            double one = along.at(display.value(figure, figure.least()));
            double other = along.at(display.value(figure, figure.most()));
            String d = Whisker.lying(middle, Math.min(one, other), Math.max(one, other));
            out.empty("path", "class", "whisker", "d", d);
        }
        out.close();
    }

    private String label(Figure figure) {
        if (allocation) return Amounts.count(figure.allocated()) + " B";
        return display.text(figure) + "  ± " + Amounts.percent(figure.spread());
    }

    private String unit() {
        return allocation ? "bytes allocated" : display.unit();
    }

    private String axisName() {
        boolean lessIsBetter = allocation || display.isLessBetter();
        return unit() + (lessIsBetter ? ", less is better" : ", more is better");
    }

    private double value(Figure figure) {
        if (!allocation) return display.value(figure, figure.value());
        Double bytes = figure.allocated();
        return bytes == null ? 0 : bytes;
    }

    private double furthest(Figure figure) {
        if (allocation) return value(figure);
        return Math.max(display.value(figure, figure.least()), display.value(figure, figure.most()));
    }

    /** In every unit less is better. */
    private double rank(Figure figure) {
        return allocation ? value(figure) : figure.value();
    }
}
