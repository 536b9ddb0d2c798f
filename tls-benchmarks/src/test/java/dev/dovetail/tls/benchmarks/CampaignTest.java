package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.RunFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {

    private static final Measurement VARIES = handshake("varies");
    private static final Measurement CALM = handshake("calm");
    private static final long PREPARED = 100;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true);
    private final List<Measurement> asked = new ArrayList<>();
    private long now;
    private Path file;

    private static Measurement handshake(String subject) {
        return new Measurement(BenchmarkMethod.HANDSHAKES, Map.of(), subject, 0, Contender.own(Plugins.DEFAULT));
    }

    @BeforeEach
    void choose(@TempDir Path directory) {
        file = directory.resolve("run.json");
    }

    private boolean run(String length, Campaign.Measuring measuring) throws IOException {
        BenchOptions options = length.equals("--smoke")
                ? BenchOptions.parse(length)
                : BenchOptions.parse(length, "--json", file.toString());
        Planned plan = new Planned(List.of(VARIES, CALM), List.of(), List.of());
        Campaign.Measuring asking = measurement -> {
            asked.add(measurement);
            now += Duration.ofSeconds(measurement == CALM ? 10 : 1).toNanos();
            return measuring.of(measurement);
        };
        return new Campaign(
                        new Campaign.Asked(options, "bench", Instant.now().minusSeconds(PREPARED)),
                        plan,
                        Outputs.of(options, out),
                        out,
                        asking,
                        () -> now)
                .run();
    }

    private Figure figure(Measurement measurement) {
        boolean again = asked.indexOf(measurement) < asked.size() - 1;
        List<Double> varying = again ? List.of(9.0, 9.0, 9.0) : List.of(10.0, 20.0, 20.0);
        return SecondLookTest.figure(measurement, measurement == VARIES ? varying : List.of(5.0, 5.0, 5.0));
    }

    private Figure kept() throws IOException {
        Run run = new RunFile(file).read();
        assertThat(run.complete()).isTrue();
        return run.measurements().get(0);
    }

    @Test
    void whatVariesIsMeasuredTwiceAndHasTheIterationsOfBoth() throws IOException {
        assertThat(run("--quick", this::figure)).isTrue();
        assertThat(asked).containsExactly(VARIES, CALM, VARIES);
        assertThat(kept().iterations()).containsExactly(10.0, 20.0, 20.0, 9.0, 9.0, 9.0);
        assertThat(kept().value()).isEqualTo(9);
    }

    @Test
    void whatFailsTheSecondTimeIsAFailureAndKeepsItsFirstFigure() throws IOException {
        boolean well = run("--quick", measurement -> {
            if (asked.size() == 3) throw new Trial.FailedException("broke", "JMH said\n", new IOException());
            return figure(measurement);
        });
        assertThat(well).isFalse();
        assertThat(kept().iterations()).containsExactly(10.0, 20.0, 20.0);
        assertThat(new RunFile(file).read().failed())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.toString()).contains("varies Dovetail, the second time", "broke"));
        assertThat(said.toString()).contains("JMH said");
    }

    @Test
    void whatFailsIsNamedAndTheRestMeasured() throws IOException {
        boolean well = run("--quick", measurement -> {
            if (measurement == VARIES) throw new Trial.FailedException("broke", "JMH said\n", new IOException());
            return figure(measurement);
        });
        assertThat(well).isFalse();
        assertThat(asked).containsExactly(VARIES, CALM);
        assertThat(new RunFile(file).read().failed()).hasSize(1);
        assertThat(kept().subject()).isEqualTo("calm");
    }

    @Test
    void whatHasToBeMadeFirstIsPartOfHowLongItTakes() throws IOException {
        run("--quick", this::figure);
        assertThat(new RunFile(file).read().seconds()).isGreaterThanOrEqualTo(PREPARED);
    }

    @Test
    void aSmokeTestLooksOnce() throws IOException {
        assertThat(run("--smoke", this::figure)).isTrue();
        assertThat(asked).containsExactly(VARIES, CALM);
    }
}
