package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private static final List<Double> CALM = List.of(10.0, 10.1, 10.2, 10.3);
    private static final List<Double> RESTLESS = List.of(10.0, 10.1, 20.0, 20.0);
    private static final List<Double> LONE = List.of(10.0, 14.0, 14.0, 14.0);

    static Figure figure(Measurement measurement, List<Double> iterations) {
        return new Figure(
                measurement.section(),
                measurement.subject(),
                measurement.size(),
                measurement.side(),
                measurement.contender(),
                measurement.by(),
                measurement.implementation(),
                measurement.unit(),
                iterations,
                null,
                1,
                false);
    }

    private static Measured measured(BenchmarkMethod method, String subject, int seconds, List<Double> iterations) {
        Measurement measurement = new Measurement(method, Map.of(), subject, 0, Contender.own(Plugins.DEFAULT));
        return new Measured(measurement, figure(measurement, iterations), Duration.ofSeconds(seconds));
    }

    private static Measured handshake(String subject, int seconds, List<Double> iterations) {
        return measured(BenchmarkMethod.HANDSHAKES, subject, seconds, iterations);
    }

    /** With rows that need no second look, so that there is time for one at others. */
    private static List<String> subjects(Measured... doubtful) {
        List<Measured> all = new ArrayList<>(List.of(doubtful));
        all.add(handshake("long and calm", 50, CALM));
        return SecondLook.of(all).stream()
                .map(each -> each.measurement().subject() + " "
                        + each.figure().iterations().get(1))
                .toList();
    }

    @Test
    void rowsWhoseIterationsAgreeNeedNone() {
        assertThat(subjects(handshake("calm", 1, CALM))).isEmpty();
    }

    @Test
    void aLoneBestIsDoubtedBeforeIterationsThatAreFarApart() {
        assertThat(subjects(handshake("restless", 1, RESTLESS), handshake("lone", 1, LONE)))
                .containsExactly("lone 14.0", "restless 10.1");
    }

    @Test
    void allRowsThatOneIsComparedWithAreMeasuredAgainToo() {
        assertThat(subjects(
                        handshake("kind", 1, CALM),
                        handshake("other", 1, CALM),
                        handshake("kind", 1, LONE),
                        handshake("kind", 1, CALM)))
                .containsExactly("kind 10.1", "kind 14.0", "kind 10.1");
    }

    @Test
    void aFifthOfTheTimeIsSpentOnIt() {
        // 80 s in all, so 16 s: the second one is left out, for the third there is time.
        assertThat(subjects(
                        handshake("first", 10, LONE),
                        handshake("second", 14, RESTLESS),
                        handshake("third", 6, RESTLESS)))
                .containsExactly("first 14.0", "third 10.1");
    }

    @Test
    void nobodyWaitsForItLongerThanHalfAnHourInAll() {
        assertThat(SecondLook.budget(Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(4));
        assertThat(SecondLook.budget(Duration.ofMinutes(26))).isEqualTo(Duration.ofMinutes(2));
        assertThat(SecondLook.budget(Duration.ofMinutes(40))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void whatIsFasterThanAPartOfItselfIsDoubted() {
        List<Measured> plausible = List.of(record("dovetail", 10), record("floor", 9.6), record("dovetail-jsse", 10));
        assertThat(SecondLook.of(withTime(plausible))).isEmpty();
        assertThat(SecondLook.of(withTime(List.of(record("dovetail", 9), record("floor", 9.6)))))
                .hasSize(2);
        assertThat(SecondLook.of(withTime(List.of(record("dovetail", 10), record("dovetail-jsse", 9)))))
                .hasSize(2);
    }

    @Test
    void whatIsImplausibleComesBeforeWhatVaries() {
        List<Measured> all = new ArrayList<>(List.of(handshake("restless", 1, RESTLESS)));
        all.addAll(List.of(record("dovetail", 9), record("floor", 9.6)));
        assertThat(SecondLook.of(withTime(all)))
                .extracting(each -> each.measurement().subject())
                .containsExactly("SUITE", "SUITE", "restless");
    }

    private static List<Measured> withTime(List<Measured> some) {
        List<Measured> all = new ArrayList<>(some);
        all.add(handshake("long and calm", 50, CALM));
        return all;
    }

    private static Measured record(String contender, double nanoseconds) {
        Contender who = switch (contender) {
            case "floor" -> Contender.bareCipher("JDK");
            case Contender.OWN -> Contender.own("JDK");
            default -> Contender.of(new DovetailJsseStack());
        };
        Measurement measurement = new Measurement(BenchmarkMethod.RECORDS, Map.of(), "SUITE", 64, who);
        return new Measured(measurement, figure(measurement, List.of(nanoseconds, nanoseconds)), Duration.ofSeconds(1));
    }

    @Test
    void whatIsHeldIsNotDoubted() {
        assertThat(subjects(measured(BenchmarkMethod.MEMORY, "memory", 1, LONE)))
                .isEmpty();
    }
}
