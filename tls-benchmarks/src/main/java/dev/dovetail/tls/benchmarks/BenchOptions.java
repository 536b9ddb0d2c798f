package dev.dovetail.tls.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What was asked for on the command line.
 *
 * @param help whether only to explain
 * @param list whether only to tell what would be measured
 * @param length how thoroughly
 * @param full whether everything is measured
 * @param include which of it
 * @param suites suites to measure instead
 * @param json where JMH's own results go
 * @param markdown which page gets the tables
 */
record BenchOptions(
        boolean help,
        boolean list,
        Length length,
        boolean full,
        Optional<Pattern> include,
        List<String> suites,
        Optional<Path> json,
        Optional<Path> markdown) {

    static final String USAGE = """
            dovetail bench sessions
              what sessions cost beside time: bytes of tickets, bytes kept, how often the store is asked
            dovetail bench [options]
              what each suite costs, beside the JDK's own TLS and the bare ciphers; about three minutes

              --full            everything, for figures that are written down; takes more than an hour
              --suite NAME      instead: records of this suite in all sizes; may be repeated, NAME+etm for
                                encrypt-then-MAC
              --include REGEX   only what this matches, for example 'Sealing.*GCM.*16384'
              --list            tells what would be measured, and measures nothing
              --smoke           runs each for a moment only: whether it works, not how fast
              --json FILE       writes JMH's results
              --markdown FILE   writes the tables into this page, in place of those of the same JDK
              --help            this text
            """;

    static BenchOptions parse(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        boolean help = false;
        boolean list = false;
        boolean smoke = false;
        boolean full = false;
        Optional<Pattern> include = Optional.empty();
        List<String> suites = new ArrayList<>();
        Optional<Path> json = Optional.empty();
        Optional<Path> markdown = Optional.empty();
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--list" -> list = true;
                case "--smoke" -> smoke = true;
                case "--full" -> full = true;
                case "--include" -> include = Optional.of(pattern(value(option, left)));
                case "--suite" -> suites.add(value(option, left));
                case "--json" -> json = Optional.of(Path.of(value(option, left)));
                case "--markdown" -> markdown = Optional.of(Path.of(value(option, left)));
                default -> throw new IllegalArgumentException("there is no option " + option + ": see --help");
            }
        }
        if (smoke && (json.isPresent() || markdown.isPresent())) {
            throw new IllegalArgumentException("--smoke has no figures that are worth a file");
        }
        Length length = smoke ? Length.SMOKE : full ? Length.FULL : Length.SHORT;
        return new BenchOptions(help, list, length, full, include, List.copyOf(suites), json, markdown);
    }

    /** What is measured, in order. */
    List<Measurement> plan() {
        List<Measurement> all = suites.isEmpty() ? full ? Plan.full() : Plan.shortened() : Plan.suites(suites);
        List<Measurement> chosen = all.stream()
                .filter(measurement -> include.isEmpty()
                        || include.get().matcher(measurement.toString()).find())
                .toList();
        if (chosen.isEmpty()) throw new IllegalArgumentException("--include leaves nothing to measure: see --list");
        return chosen;
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("--include is no regular expression: " + e.getMessage(), e);
        }
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) throw new IllegalArgumentException(option + " needs a value: see --help");
        return left.pop();
    }
}
