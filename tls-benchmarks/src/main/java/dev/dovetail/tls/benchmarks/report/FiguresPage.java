package dev.dovetail.tls.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Markdown page that holds a run's figures for each JDK, between two marks; what else stands there is left alone.
 *
 * @param file may exist already
 */
public record FiguresPage(Path file) {

    /**
     * Replaces the figures of the run's JDK, or adds them to the end.
     *
     * @param run what was measured
     * @throws IOException if the page can't be read or written
     */
    public void write(Run run) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, with(page, run));
    }

    static String with(String page, Run run) {
        int jdk = run.jdk().feature();
        String begin = "<!-- figures of JDK " + jdk + ": begin -->\n";
        String end = "<!-- figures of JDK " + jdk + ": end -->\n";
        String section = begin + "\n### JDK " + jdk + "\n\n" + facts(run) + "\n" + new Report(run).markdown() + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from >= 0 && to > from) return page.substring(0, from) + section + page.substring(to + end.length());
        return page.isEmpty() ? section : page.stripTrailing() + "\n\n" + section;
    }

    private static String facts(Run run) {
        StringBuilder out = new StringBuilder();
        run.facts()
                .forEach((name, value) -> out.append("- ")
                        .append(name)
                        .append(": ")
                        .append(name.equals("Command") || name.equals("Flags") ? "`" + value + "`" : value)
                        .append('\n'));
        return out.toString();
    }
}
