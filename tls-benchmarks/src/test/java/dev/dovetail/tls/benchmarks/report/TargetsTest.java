package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.report.Target.Measure;
import dev.dovetail.tls.benchmarks.report.Verdict.Outcome;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Figure OWN = Made.figure("Dovetail, JDK", Side.OWN, 500);
    private static final Figure SLOW = Made.figure("Dovetail, BouncyCastle", Side.OWN, 5000);
    private static final Figure HEAP = Made.figure("SunJSSE, heap", Side.PEER, 1000);
    private static final Figure DIRECT = Made.figure("SunJSSE, direct", Side.PEER, 2000);

    private static Target twice(Measure measure, Double least, Double most) {
        return new Target(
                "t", "Records", "TLS_.*", 1, 9999, "Dovetail.*", Side.PEER, "SunJSSE.*", measure, least, most);
    }

    private static Figure sized(int size, String by, Side side, double mean) {
        return Made.figure("Records", "TLS_X", size, by, side, List.of(mean), 10.0);
    }

    @Test
    void ourFastestRowIsHeldAgainstTheirFastest() {
        Verdict verdict = twice(Measure.SPEED, 2.0, null).verdict(Made.run(List.of(SLOW, OWN, DIRECT, HEAP)));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(verdict.measured()).isEqualTo(2.0);
        assertThat(verdict.where()).isEqualTo("Records TLS_X 1024 Dovetail, JDK against SunJSSE, heap");
    }

    @Test
    void theWorstSizeCounts() {
        Run run = Made.run(List.of(
                OWN, HEAP, sized(64, "Dovetail, JDK", Side.OWN, 600), sized(64, "SunJSSE, heap", Side.PEER, 900)));
        Verdict verdict = twice(Measure.SPEED, 2.0, null).verdict(run);
        assertThat(verdict.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(verdict.measured()).isEqualTo(1.5);
        assertThat(verdict.where()).contains("TLS_X 64");
    }

    @Test
    void bareCiphersAreThoseOfTheSameImplementation() {
        Target target =
                new Target("t", "Records", ".*", 1, 9999, "Dovetail.*", Side.FLOOR, null, Measure.SPEED, 0.9, null);
        Figure fast = Made.figure("bare cipher, JDK", Side.FLOOR, 475);
        Figure slow = Made.figure("bare cipher, BouncyCastle", Side.FLOOR, 4000);
        Verdict verdict = target.verdict(Made.run(List.of(OWN, SLOW, fast, slow)));
        assertThat(verdict.measured()).isEqualTo(0.8);
        assertThat(verdict.where()).contains("BouncyCastle");
    }

    @Test
    void allocationIsAPartOfTheirs() {
        Verdict verdict = twice(Measure.ALLOCATION, null, 0.5).verdict(Made.run(List.of(OWN, HEAP)));
        assertThat(verdict.measured()).isEqualTo(1.0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(verdict.wanted()).isEqualTo("≤ 0.50");
    }

    @Test
    void ofWhatIsAllocatedTheLeanestRowCounts() {
        Figure fast = Made.figure("Records", "TLS_X", 1024, "Dovetail, JDK", Side.OWN, List.of(500.0), 90.0);
        Figure lean = Made.figure("Records", "TLS_X", 1024, "Dovetail, BouncyCastle", Side.OWN, List.of(5000.0), 20.0);
        Verdict verdict = twice(Measure.ALLOCATION, null, 0.5).verdict(Made.run(List.of(fast, lean, HEAP)));
        assertThat(verdict.measured()).isEqualTo(0.2);
        assertThat(verdict.where()).contains("BouncyCastle");
        assertThat(verdict.outcome()).isEqualTo(Outcome.REACHED);
    }

    @Test
    void aDifferenceIsWhatOneTakesLonger() {
        Target target = new Target(
                "t", "Discovery", ".*", 0, 0, "Dovetail", Side.FLOOR, "empty JVM", Measure.DIFFERENCE, null, 50e6);
        Figure found = Made.figure("Discovery", "once", 0, "Dovetail", Side.OWN, List.of(130e6), null);
        Figure empty = Made.figure("Discovery", "once", 0, "empty JVM", Side.FLOOR, List.of(60e6), null);
        Verdict verdict = target.verdict(Made.run(List.of(found, empty)));
        assertThat(verdict.measured()).isEqualTo(70e6);
        assertThat(verdict.shown()).isEqualTo("70.0 ms");
        assertThat(verdict.wanted()).isEqualTo("≤ 50.0 ms");
        assertThat(verdict.outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void bytesThatAreAllocatedBesideTheCiphersAreWholeOnes() {
        Target target =
                new Target("t", "Records", ".*", 1, 9999, ".*", Side.FLOOR, null, Measure.ALLOCATED_MORE, null, 0.0);
        Figure own = Made.figure("Records", "TLS_X", 64, "Dovetail, JDK", Side.OWN, List.of(1.0), 1000.4);
        Figure same = Made.figure("Records", "TLS_X", 64, "bare cipher, JDK", Side.FLOOR, List.of(1.0), 1000.0);
        Figure less = Made.figure("Records", "TLS_X", 64, "bare cipher, JDK", Side.FLOOR, List.of(1.0), 976.0);
        assertThat(target.verdict(Made.run(List.of(own, same))).outcome()).isEqualTo(Outcome.REACHED);
        Verdict verdict = target.verdict(Made.run(List.of(own, less)));
        assertThat(verdict.shown()).isEqualTo("24");
        assertThat(verdict.outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void anAmountOfOursNeedsNobodyElse() {
        Target target = new Target("t", "Memory", ".*", 0, 0, ".*", null, null, Measure.AMOUNT, null, 8192.0);
        Figure held = Made.figure("Memory", "idle", 0, "Dovetail", Side.OWN, List.of(8192.0), null);
        assertThat(target.verdict(Made.run(List.of(held))).outcome()).isEqualTo(Outcome.REACHED);
    }

    @Test
    void whatWasNotMeasuredIsNeitherReachedNorMissed() {
        assertThat(Targets.ours().verdicts(Made.run(List.of())))
                .isNotEmpty()
                .allMatch(verdict -> verdict.outcome() == Outcome.NOT_MEASURED);
    }

    @Test
    void ourTargetsAreWellFormed() {
        assertThat(Targets.ours().all()).allSatisfy(target -> {
            assertThat(target.least() == null).isNotEqualTo(target.most() == null);
            assertThat(target.leastSize()).isLessThanOrEqualTo(target.mostSize());
            Pattern.compile(target.section() + target.subject() + target.ours() + target.theirs());
        });
    }
}
