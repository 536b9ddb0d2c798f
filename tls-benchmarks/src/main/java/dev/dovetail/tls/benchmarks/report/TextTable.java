package dev.dovetail.tls.benchmarks.report;

import java.util.List;

/**
 * A table of texts, for a terminal and for a page of Markdown. Columns that have nothing but their head are left out.
 *
 * @param columns heads, in order
 * @param rows as many cells each as there are columns
 */
public record TextTable(List<Column> columns, List<List<String>> rows) {

    public TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param head its title
     * @param toTheLeft for names; numbers stand to the right
     */
    public record Column(String head, boolean toTheLeft) {

        /**
         * A column of names.
         *
         * @param head its title
         * @return aligned to the left
         */
        public static Column name(String head) {
            return new Column(head, true);
        }

        /**
         * A column of numbers.
         *
         * @param head its title
         * @return aligned to the right
         */
        public static Column number(String head) {
            return new Column(head, false);
        }
    }

    /**
     * Whether anything stands in a column.
     *
     * @param column counted from 0
     * @return false if all cells are empty
     */
    public boolean hasAny(int column) {
        return rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }

    /**
     * For a terminal.
     *
     * @return lines of columns of equal width, indented
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        line(out, columns.stream().map(Column::head).toList());
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    /**
     * For a page of Markdown.
     *
     * @return a table, and nothing around it
     */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        markdownLine(out, columns.stream().map(Column::head).toList());
        out.append('|');
        for (int i = 0; i < columns.size(); i++) {
            if (hasAny(i)) out.append(columns.get(i).toTheLeft() ? "---|" : "--:|");
        }
        out.append('\n');
        rows.forEach(row -> markdownLine(out, row));
        return out.toString();
    }

    private void markdownLine(StringBuilder out, List<String> cells) {
        out.append('|');
        for (int i = 0; i < columns.size(); i++) {
            if (hasAny(i))
                out.append(' ').append(cells.get(i).replace("|", "\\|")).append(" |");
        }
        out.append('\n');
    }

    private void line(StringBuilder out, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (!hasAny(i)) continue;
            String blank = " ".repeat(width(i) - cells.get(i).length());
            line.append("  ").append(columns.get(i).toTheLeft() ? cells.get(i) + blank : blank + cells.get(i));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int widest = columns.get(column).head().length();
        for (List<String> row : rows) widest = Math.max(widest, row.get(column).length());
        return widest;
    }
}
