package dev.dovetail.tls.cli.demo;

import java.io.Console;
import java.io.PrintWriter;

/**
 * A line at the bottom that moves, on a terminal; nothing at all elsewhere.
 *
 * @param out where it is drawn
 * @param shown whether that is a terminal
 */
public record ProgressBar(PrintWriter out, boolean shown) {

    // Choice: with the longest suite's name behind it, the line still fits 80 columns; one that wraps can't be erased.
    private static final int WIDTH = 16;
    private static final String ERASE_LINE = "\r\u001b[K";

    /**
     * A bar where there is a terminal.
     *
     * @param out where it is drawn
     * @return shown or not
     */
    public static ProgressBar on(PrintWriter out) {
        return new ProgressBar(out, isTerminal());
    }

    /**
     * Draws, until the next {@link #clear}.
     *
     * @param done how many
     * @param all of how many
     * @param now what is under way
     */
    public void draw(int done, int all, String now) {
        if (!shown) return;
        int full = all == 0 ? WIDTH : done * WIDTH / all;
        out.print("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + all + " " + now);
        out.flush();
    }

    /** Makes room for a line. */
    public void clear() {
        if (!shown) return;
        out.print(ERASE_LINE);
        out.flush();
    }

    /** Up to JDK 21 there is a console only on a terminal; from 22 on there always is one, which can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
