package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.testkit.Wycheproof.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The vectors of a file, whatever its form: Wycheproof's JSON, or text of {@code name = value} lines with an empty line
 * between two vectors and {@code #} in front of comments.
 *
 * @param source the file's place
 * @param cases its vectors
 */
record Vectors(String source, List<Case> cases) {

    static Vectors load(Class<?> anchor, String resource) {
        return resource.endsWith(".json") ? wycheproof(anchor, resource) : text(anchor, resource);
    }

    private static Vectors wycheproof(Class<?> anchor, String resource) {
        List<Case> cases = Wycheproof.load(anchor, resource).vectors().stream()
                .map(vector -> new Case(vector.toString(), vector.result(), name -> {
                    if (vector.has(name)) return Optional.of(vector.text(name));
                    return vector.group().has(name) ? Optional.of(vector.group().text(name)) : Optional.empty();
                }))
                .toList();
        return new Vectors(resource, cases);
    }

    private static Vectors text(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            assertThat(in).as("no resource %s beside %s", resource, anchor).isNotNull();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Vectors(resource, cases(resource, lines.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    private static List<Case> cases(String source, List<String> lines) {
        List<Case> cases = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (int number = 1; number <= lines.size() + 1; number++) {
            String line = number > lines.size() ? "" : lines.get(number - 1).strip();
            if (line.startsWith("#")) continue;
            if (line.isEmpty()) {
                if (!values.isEmpty()) cases.add(of("vector " + (cases.size() + 1), new TreeMap<>(values)));
                values.clear();
                continue;
            }
            String[] parts = line.split("\\s*=\\s*", 2);
            assertThat(parts)
                    .as("%s, line %d: '%s' is not of the form 'name = value'", source, number, line)
                    .hasSize(2);
            values.put(parts[0], parts[1]);
        }
        return List.copyOf(cases);
    }

    private static Case of(String label, Map<String, String> values) {
        Result result = Result.valueOf(values.getOrDefault("result", "valid").toUpperCase(Locale.ROOT));
        return new Case(label, result, name -> Optional.ofNullable(values.get(name)));
    }

    /**
     * One vector.
     *
     * @param label tells it from others
     * @param result what has to come of it; valid unless a text file says otherwise
     * @param values its values by name
     */
    record Case(String label, Result result, Function<String, Optional<String>> values) {

        boolean has(String... names) {
            for (String name : names) if (values.apply(name).isEmpty()) return false;
            return true;
        }

        /** The first of these names that is there: Wycheproof has several for one thing. */
        byte[] bytes(String... names) {
            for (String name : names)
                if (has(name)) return Hex.bytes(values.apply(name).orElseThrow());
            throw new AssertionError("has none of " + List.of(names));
        }

        int length(String... names) {
            for (String name : names) if (has(name)) return bytes(name).length;
            return -1;
        }

        boolean mustWork() {
            return result == Result.VALID;
        }

        boolean mustFail() {
            return result == Result.INVALID;
        }
    }
}
