package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A Markdown page that holds a run's figures for each JDK, between two marks; what else stands there is left alone.
 *
 * @param file may exist already
 */
record FiguresPage(Path file) {

    /** Replaces this JDK's figures, or adds them to the end. */
    void write(Map<String, String> facts, Report report) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, with(page, Runtime.version().feature(), facts, report));
    }

    static String with(String page, int jdk, Map<String, String> facts, Report report) {
        String begin = "<!-- figures of JDK " + jdk + ": begin -->\n";
        String end = "<!-- figures of JDK " + jdk + ": end -->\n";
        String section = begin + "\n### JDK " + jdk + "\n\n" + list(facts) + "\n" + report.markdown() + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from >= 0 && to > from) return page.substring(0, from) + section + page.substring(to + end.length());
        return page.isEmpty() ? section : page.stripTrailing() + "\n\n" + section;
    }

    private static String list(Map<String, String> facts) {
        StringBuilder out = new StringBuilder();
        facts.forEach((name, value) -> out.append("- ")
                .append(name)
                .append(": ")
                .append(name.equals("Command") || name.equals("Flags") ? "`" + value + "`" : value)
                .append('\n'));
        return out.toString();
    }
}
