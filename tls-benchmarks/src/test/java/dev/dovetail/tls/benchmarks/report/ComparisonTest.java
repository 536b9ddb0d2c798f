package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Figure own(String subject, double allocated, List<Double> values) {
        return Made.figure("Records", subject, 64, "Dovetail", Side.OWN, values, allocated);
    }

    private static List<Double> around(double mean) {
        return List.of(mean * 0.99, mean, mean * 1.01);
    }

    private static Change single(Figure before, Figure after) {
        return Comparison.of(Made.run(List.of(before)), Made.run(List.of(after)))
                .changes()
                .get(0);
    }

    @Test
    void aRowThatIsClearlyFasterIsBetter() {
        Change change = single(own("A", 1, around(100)), own("A", 1, around(80)));
        assertThat(change.speed()).isEqualTo(Movement.BETTER);
        assertThat(change.times()).isEqualTo(1.25, within(1e-9));
        assertThat(single(own("A", 1, around(80)), own("A", 1, around(100))).speed())
                .isEqualTo(Movement.WORSE);
    }

    @Test
    void aSmallDifferenceIsNoMoveHoweverCertain() {
        List<Double> before = List.of(100.0, 100.01, 99.99);
        List<Double> after = List.of(104.0, 104.01, 103.99);
        assertThat(single(own("A", 1, before), own("A", 1, after)).speed()).isEqualTo(Movement.STILL);
    }

    @Test
    void aLargeDifferenceIsNoMoveIfTheIterationsVaryAsMuch() {
        List<Double> before = List.of(60.0, 100.0, 140.0);
        List<Double> after = List.of(90.0, 120.0, 150.0);
        assertThat(single(own("A", 1, before), own("A", 1, after)).speed()).isEqualTo(Movement.STILL);
    }

    @Test
    void whatOneRowWouldProveIsAChanceAmongMany() {
        List<Double> before = List.of(100.0, 103.0, 97.0);
        List<Double> after = List.of(93.0, 90.0, 96.0);
        assertThat(single(own("A", 1, before), own("A", 1, after)).speed()).isEqualTo(Movement.BETTER);
        List<Figure> many = new ArrayList<>(List.of(own("A", 1, before)));
        List<Figure> later = new ArrayList<>(List.of(own("A", 1, after)));
        for (int i = 0; i < 40; i++) {
            many.add(own("still" + i, 1, around(100)));
            later.add(own("still" + i, 1, around(100)));
        }
        Comparison comparison = Comparison.of(Made.run(many), Made.run(later));
        assertThat(comparison.moved()).isEmpty();
    }

    @Test
    void chancesAreCorrectedTogether() {
        assertThat(Comparison.corrected(0.01, 0.04, 0.03, 0.5))
                .containsExactly(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5}, within(1e-12));
    }

    @Test
    void aSingleIterationHasToDifferByMuch() {
        assertThat(single(own("A", 1, List.of(100.0)), own("A", 1, List.of(90.0)))
                        .speed())
                .isEqualTo(Movement.STILL);
        assertThat(single(own("A", 1, List.of(100.0)), own("A", 1, List.of(60.0)))
                        .speed())
                .isEqualTo(Movement.BETTER);
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() {
        Comparison comparison =
                Comparison.of(Made.run(List.of(own("old", 1, around(1)))), Made.run(List.of(own("new", 1, around(1)))));
        assertThat(comparison.with(Movement.NEW))
                .extracting(change -> change.key().subject())
                .containsExactly("new");
        assertThat(comparison.with(Movement.GONE))
                .extracting(change -> change.key().subject())
                .containsExactly("old");
        assertThat(new ComparisonReport(comparison).text()).contains("new: Records new", "gone: Records old");
    }

    @Test
    void allocationMovesOnItsOwn() {
        Change change = single(own("A", 2000, around(100)), own("A", 1000, around(100)));
        assertThat(change.speed()).isEqualTo(Movement.STILL);
        assertThat(change.allocation()).isEqualTo(Movement.BETTER);
        assertThat(single(own("A", 16, around(100)), own("A", 24, around(100))).allocation())
                .isEqualTo(Movement.STILL);
    }

    @Test
    void driftOfTheWholeMachineIsNoMove() {
        Comparison comparison = Comparison.of(Made.whole(17, 1, 1, 1), Made.whole(17, 2, 1.3, 1));
        assertThat(comparison.noise().drift()).isCloseTo(0.3, within(0.03));
        assertThat(comparison.moved()).isEmpty();
    }

    @Test
    void seesOurOwnMoveThroughTheDrift() {
        Comparison comparison = Comparison.of(Made.whole(17, 1, 1, 1), Made.whole(17, 2, 1.3, 1.3));
        assertThat(comparison.moved())
                .isNotEmpty()
                .allMatch(change -> change.key().contender().startsWith("dovetail"))
                .allMatch(change -> change.speed() == Movement.BETTER);
    }

    @Test
    void warnsIfTheJdkOrWhatTakesPartDiffers() {
        List<Figure> figures = List.of(own("A", 1, around(100)));
        Run before = Made.run(17, figures);
        Run other = new Run(
                before.date(),
                before.seconds(),
                before.command(),
                true,
                new Machine("other", 2, "other"),
                before.jdk(),
                before.measured(),
                Map.of("JMH", "1.38", "Dovetail", "2"),
                List.of(),
                List.of(),
                figures);
        assertThat(Comparison.of(before, Made.run(25, figures)).warnings())
                .anyMatch(line -> line.contains("JDK differs"));
        assertThat(Comparison.of(before, other).warnings())
                .anyMatch(line -> line.contains("machine differs"))
                .anyMatch(line -> line.contains("What takes part differs"));
        assertThat(Comparison.of(before, before).warnings()).isEmpty();
    }
}
