package dev.dovetail.tls.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows under headings, the first column to the left and all others to the right. For one thread. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param headings one for each column
     */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are headings; printed as they say themselves
     */
    public void add(Object... cells) {
        if (cells.length != rows.get(0).size()) throw new IllegalArgumentException(cells.length + " cells");
        rows.add(Stream.of(cells).map(String::valueOf).toList());
    }

    /** All of it, with a line break at its end. */
    @Override
    public String toString() {
        return rows.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String blanks = " ".repeat(width(i) - row.get(i).length());
            line.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
