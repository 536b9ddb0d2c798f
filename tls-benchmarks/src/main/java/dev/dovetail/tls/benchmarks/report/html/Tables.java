package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.TextTable;
import java.util.List;
import java.util.function.IntFunction;

/** Tables of texts as HTML; columns that have nothing are left out, as in {@link TextTable}. */
final class Tables {

    private Tables() {}

    /** With a caption for those who don't see the heading, and a class for each row by its number. */
    static void write(Markup out, TextTable table, String caption, IntFunction<String> classes) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table").leaf("caption", caption).open("thead").open("tr");
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.hasAny(i)) {
                out.leaf("th", table.columns().get(i).head(), "scope", "col", "class", side(table, i));
            }
        }
        out.close().close().open("tbody").line();
        for (int row = 0; row < table.rows().size(); row++) row(out, table, row, classes.apply(row));
        out.close().close().close().line();
    }

    private static void row(Markup out, TextTable table, int row, String classes) {
        List<String> cells = table.rows().get(row);
        out.open("tr", "class", classes);
        for (int i = 0; i < cells.size(); i++) {
            if (table.hasAny(i)) out.leaf("td", cells.get(i), "class", side(table, i));
        }
        out.close().line();
    }

    private static String side(TextTable table, int column) {
        return table.columns().get(column).toTheLeft() ? "l" : "r";
    }
}
