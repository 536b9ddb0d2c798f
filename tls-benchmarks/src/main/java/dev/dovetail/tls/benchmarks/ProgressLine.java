package dev.dovetail.tls.benchmarks;

import java.io.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line on a terminal that tells how far we are; nothing where nobody watches. */
final class ProgressLine {

    private static final int WIDTH = 110;

    private final int total;
    private final boolean watched = isTerminal();
    private final Instant begun = Instant.now();
    private int done;

    ProgressLine(int total) {
        this.total = total;
    }

    void begin(Measurement measurement) {
        if (watched) show(String.format(Locale.ROOT, "[%d/%d%s] %s", done + 1, total, left(), measurement));
        done++;
    }

    void clear() {
        if (watched) System.err.print("\r" + " ".repeat(WIDTH) + "\r");
    }

    private String left() {
        if (done == 0) return "";
        Duration left = Duration.between(begun, Instant.now()).dividedBy(done).multipliedBy(total - done);
        return String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }

    private static void show(String text) {
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
        System.err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        System.err.flush();
    }

    /** From JDK 22 on there is a console object even without a terminal, and a method that tells. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
