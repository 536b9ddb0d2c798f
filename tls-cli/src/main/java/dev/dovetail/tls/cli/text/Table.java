package dev.dovetail.tls.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays lines out in columns. An immutable value: it knows widths, not rows, so that rows can be printed as they come.
 */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * A table as wide as its headings.
     *
     * @param headings one for each column; one that begins with {@code >} is aligned to the right
     * @return the table
     */
    public static Table of(String... headings) {
        return new Table(Stream.of(headings)
                .map(heading -> heading.startsWith(">")
                        ? new Column(heading.substring(1), true, heading.length() - 1)
                        : new Column(heading, false, heading.length()))
                .toList());
    }

    /**
     * The same table, wide enough for these rows.
     *
     * @param rows as many cells each as there are columns
     * @return a new table
     */
    public Table fit(List<List<String>> rows) {
        List<Column> wider = new ArrayList<>(columns);
        for (List<String> row : rows) {
            for (int i = 0; i < columns.size(); i++)
                wider.set(i, wider.get(i).atLeast(row.get(i).length()));
        }
        return new Table(List.copyOf(wider));
    }

    /**
     * The line above the rows.
     *
     * @return without a line break
     */
    public String heading() {
        return line(columns.stream().map(Column::heading).toList());
    }

    /**
     * A row.
     *
     * @param cells as many as there are columns
     * @return without blanks at its end and without a line break
     */
    public String line(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++)
            line.append(i == 0 ? "" : GAP).append(columns.get(i).pad(cells.get(i)));
        return line.toString().stripTrailing();
    }
}
