package dev.dovetail.tls.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What is aimed at. It informs only: a run that misses a target has not failed.
 *
 * @param all in order
 */
public record Targets(List<Target> all) {

    private static final String RESOURCE = "targets.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    public Targets {
        all = List.copyOf(all);
    }

    /**
     * The project's own, from the resource {@code targets.json}.
     *
     * @return the list
     */
    public static Targets ours() {
        try (InputStream in = Objects.requireNonNull(Targets.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Targets(List.of(JSON.readValue(in, Target[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " can't be read", e);
        }
    }

    /**
     * Holds a run against each.
     *
     * @param run any
     * @return in the order of the targets
     */
    public List<Verdict> verdicts(Run run) {
        return all.stream().map(target -> target.verdict(run)).toList();
    }
}
