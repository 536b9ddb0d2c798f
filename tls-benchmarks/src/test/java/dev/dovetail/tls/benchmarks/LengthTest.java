package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.options.OptionsBuilder;

class LengthTest {

    private static Measurement measurement(BenchmarkMethod method) {
        return new Measurement(method, Map.of(), "subject", 0, Contender.own(Plugins.DEFAULT));
    }

    private static OptionsBuilder applied(Length length, BenchmarkMethod method) {
        OptionsBuilder options = new OptionsBuilder();
        length.apply(options, measurement(method), 3);
        return options;
    }

    @ParameterizedTest
    @EnumSource
    void expectsATimeOfEachBenchmark(BenchmarkMethod method) {
        Duration smoke = Length.SMOKE.expected(measurement(method), 1);
        Duration quick = Length.QUICK.expected(measurement(method), 1);
        Duration full = Length.FULL.expected(measurement(method), 1);
        assertThat(smoke).isPositive().isLessThan(quick);
        assertThat(quick).isLessThanOrEqualTo(full);
        assertThat(full).isLessThan(Duration.ofSeconds(15));
        assertThat(Length.FULL.expected(measurement(method), 3)).isEqualTo(full.multipliedBy(3));
    }

    @Test
    void handshakesAreMeasuredLongerThanTheirPieces() {
        Duration handshake = Length.FULL.expected(measurement(BenchmarkMethod.HANDSHAKES), 1);
        assertThat(handshake).isGreaterThan(Length.FULL.expected(measurement(BenchmarkMethod.SIGN), 1));
    }

    @Test
    void aSmokeTestNeedsNoJvmsOfItsOwn() {
        assertThat(Arrays.stream(BenchmarkMethod.values())
                        .map(method ->
                                applied(Length.SMOKE, method).getForkCount().get()))
                .containsOnly(0);
        assertThat(applied(Length.FULL, BenchmarkMethod.RECORDS).getForkCount().get())
                .isEqualTo(3);
    }

    @Test
    void whatIsHeldIsLookedAtOnce() {
        OptionsBuilder options = applied(Length.FULL, BenchmarkMethod.MEMORY);
        assertThat(options.getWarmupIterations().get()).isZero();
        assertThat(options.getMeasurementIterations().get()).isEqualTo(1);
    }
}
