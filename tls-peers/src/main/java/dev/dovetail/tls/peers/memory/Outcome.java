package dev.dovetail.tls.peers.memory;

import dev.dovetail.tls.peers.Contender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** All that was measured of one contender in one version, or why nothing was. */
final class Outcome {

    private final Contender contender;
    private final String version;
    private final List<Sample> samples = new ArrayList<>();
    private Optional<String> obstacle;

    Outcome(Contender contender, String version) {
        this.contender = contender;
        this.version = version;
        this.obstacle = contender.obstacle();
    }

    /** Measures once more, unless that is in vain. */
    void add(OwnJvm jvm) throws IOException, InterruptedException {
        if (obstacle.isPresent()) return;
        try {
            samples.add(jvm.measure(contender, version));
        } catch (IllegalStateException e) {
            obstacle = Optional.of("failed: " + e.getMessage());
        }
    }

    Contender contender() {
        return contender;
    }

    String version() {
        return version;
    }

    /** In the order in which they were taken. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    Optional<String> obstacle() {
        return obstacle;
    }

    boolean complete() {
        return obstacle.isEmpty() && !samples.isEmpty();
    }

    /** The median of bytes on the heap. */
    OptionalLong heap() {
        return median(samples.stream().mapToLong(Sample::heap));
    }

    /** The median of bytes beside the heap. */
    OptionalLong resident() {
        return median(samples.stream().flatMapToLong(sample -> sample.resident().stream()));
    }

    private static OptionalLong median(LongStream values) {
        long[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? OptionalLong.empty() : OptionalLong.of(sorted[sorted.length / 2]);
    }

    @Override
    public String toString() {
        return contender + ", " + version;
    }
}
