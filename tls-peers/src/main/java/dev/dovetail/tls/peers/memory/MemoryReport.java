package dev.dovetail.tls.peers.memory;

import dev.dovetail.tls.peers.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The figures, for a terminal and for a file.
 *
 * @param facts where they come from
 * @param pairs that were measured at once
 * @param runs of each
 * @param outcomes in order
 */
record MemoryReport(Map<String, String> facts, int pairs, int runs, List<Outcome> outcomes) {

    private static final double KIBIBYTE = 1024;
    private static final String LEGEND = """
            heap       KiB that the two engines of a connection hold, the client's and the server's, after collection
            beside it  KiB by which the process grew beyond its heap (VmRSS) for each: native memory as far as it can be
                       seen from outside, and compiled code, so a few KiB say nothing
            """;

    String text() {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append(String.format("%-8s %s%n", name, value)));
        text.append(String.format("Measured %d pairs of engines, medians of %d runs%n%n", pairs, runs));
        Table table = new Table("provider", "release", "version", "suite", "heap", "beside it");
        for (Outcome outcome : outcomes) {
            if (outcome.complete()) table.add(cells(outcome));
        }
        text.append(table).append('\n').append(LEGEND);
        for (Outcome outcome : outcomes) {
            outcome.obstacle()
                    .ifPresent(reason -> text.append(String.format("NOT MEASURED: %s: %s%n", outcome, reason)));
        }
        return text.toString();
    }

    private static Object[] cells(Outcome outcome) {
        return new Object[] {
            outcome.contender(),
            outcome.contender().release(),
            outcome.version(),
            outcome.samples().get(0).suite(),
            kibibytes(outcome.heap()),
            kibibytes(outcome.resident())
        };
    }

    private static String kibibytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f", bytes.getAsLong() / KIBIBYTE) : "unknown";
    }

    String json() {
        String about = facts.entrySet().stream()
                .map(fact -> string(fact.getKey()) + ": " + string(fact.getValue()))
                .collect(Collectors.joining(",\n    ", "{\n    ", "\n  }"));
        String all =
                outcomes.stream().map(MemoryReport::json).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
        return "{\n  \"facts\": " + about + ",\n  \"pairs\": " + pairs + ",\n  \"outcomes\": " + all + "\n}\n";
    }

    private static String json(Outcome outcome) {
        String samples = outcome.samples().stream()
                .map(sample -> "{\"heapBytesPerPair\": " + sample.heap() + ", \"residentBytesPerPair\": "
                        + (sample.resident().isPresent() ? sample.resident().getAsLong() : "null") + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        String release = outcome.complete() ? string(outcome.contender().release()) : "null";
        return "{\"provider\": " + string(outcome.contender().toString()) + ", \"release\": " + release
                + ", \"version\": "
                + string(outcome.version()) + ", \"obstacle\": "
                + outcome.obstacle().map(MemoryReport::string).orElse("null") + ", \"samples\": " + samples + "}";
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> quoted.append(
                        c == '"' || c == '\\'
                                ? "\\" + (char) c
                                : c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return quoted.append('"').toString();
    }
}
