package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each contender looks, in every chart of a page alike: a colour and a shape for each contender, and a kind of line for
 * each of its variants (implementations, kinds of buffers) in a section. Colours stand in the style sheet, by class.
 */
final class Look {

    // Their classes and shapes, whether or not they take part: so colours are the same from page to page.
    private static final List<String> KNOWN = List.of(
            "dovetail",
            "dovetail-jsse",
            "sunjsse",
            "conscrypt",
            "tcnative",
            "bcjsse",
            "bcjsse-bc",
            "accp",
            "bare",
            "jdk");
    private static final int STRANGERS = 6;
    private static final List<String> DASHES = List.of("", "6 4", "2 3", "9 3 2 3", "1 4");

    private final List<String> strangers = new ArrayList<>();
    private final Map<String, List<String>> variants = new HashMap<>();

    Look(List<Run> runs) {
        for (Run run : runs) {
            for (Figure figure : run.measurements()) {
                String contender = figure.contender();
                if (!KNOWN.contains(contender) && !strangers.contains(contender)) strangers.add(contender);
                List<String> names = variants.computeIfAbsent(place(figure), key -> new ArrayList<>());
                if (!names.contains(figure.by())) names.add(figure.by());
            }
        }
        // What is used unasked has the plain label, and the plain look.
        variants.values().forEach(names -> names.sort(Comparator.comparing(name -> name.contains(","))));
    }

    /** Classes of the style sheet, for an element that holds what belongs to a figure. */
    String classes(Figure figure) {
        String side = figure.side() == Side.OWN ? " own" : figure.side() == Side.FLOOR ? " floor" : "";
        return "series k-" + key(figure.contender()) + " v" + variant(figure) + side;
    }

    /** Says of an element which series it belongs to, for the script. */
    String series(Figure figure) {
        return figure.by();
    }

    /** The dashes of a line; empty for a line without. */
    String dash(Figure figure) {
        if (figure.side() == Side.FLOOR) return "4 3";
        return DASHES.get(variant(figure));
    }

    /** A mark for a point, as a path around it. */
    String mark(Figure figure, double x, double y) {
        int place = KNOWN.indexOf(figure.contender());
        int shape = place >= 0 ? place : strangers.indexOf(figure.contender());
        return switch (shape % 6) {
            case 0 -> path(x, y, "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z");
            case 1 -> path(x, y, "m0 -5l5 5l-5 5l-5 -5z");
            case 2 -> path(x, y, "m-3.6 -3.6h7.2v7.2h-7.2z");
            case 3 -> path(x, y, "m0 -4.8l4.8 8.2h-9.6z");
            case 4 -> path(x, y, "m0 4.8l4.8 -8.2h-9.6z");
            default -> path(x, y, "m-4.6 -1.6h3v-3h3.2v3h3v3.2h-3v3h-3.2v-3h-3z");
        };
    }

    private static String path(double x, double y, String shape) {
        return "M" + Markup.at(x) + " " + Markup.at(y) + shape;
    }

    private String key(String contender) {
        if (KNOWN.contains(contender)) return contender;
        return "x" + strangers.indexOf(contender) % STRANGERS;
    }

    private static String place(Figure figure) {
        return figure.section() + "/" + figure.contender();
    }

    private int variant(Figure figure) {
        return variants.getOrDefault(place(figure), List.of(figure.by())).indexOf(figure.by()) % DASHES.size();
    }
}
