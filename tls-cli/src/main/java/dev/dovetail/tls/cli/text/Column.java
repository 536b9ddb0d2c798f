package dev.dovetail.tls.cli.text;

/**
 * A column of a {@link Table}.
 *
 * @param heading what stands above it
 * @param right whether its cells end under each other, as numbers should
 * @param width characters, at least
 */
record Column(String heading, boolean right, int width) {

    Column atLeast(int wanted) {
        return new Column(heading, right, Math.max(width, wanted));
    }

    /** The cell with the blanks that it needs. */
    String pad(String cell) {
        String blanks = " ".repeat(Math.max(0, width - cell.length()));
        return right ? blanks + cell : cell + blanks;
    }
}
