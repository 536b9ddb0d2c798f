package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static Figure of(List<Double> values) {
        return Made.figure("Records", "TLS_X", 64, "Dovetail, JDK", Side.OWN, values, null);
    }

    @Test
    void errorIsStudentsConfidenceIntervalOf95Percent() {
        Figure figure = of(List.of(9.0, 10.0, 11.0));
        assertThat(figure.mean()).isEqualTo(10);
        // The quantile for two degrees of freedom is 4.303, the standard error 1/√3.
        assertThat(figure.error()).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
    }

    @Test
    void spreadIsHalfTheWayFromTheLeastToTheMost() {
        assertThat(of(List.of(8.0, 10.0, 12.0)).spread()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void aSingleIterationHasNoError() {
        Figure figure = of(List.of(10.0));
        assertThat(figure.error()).isZero();
        assertThat(figure.spread()).isZero();
    }

    @Test
    void thereIsNoFigureWithoutIterations() {
        assertThatThrownBy(() -> of(List.of())).hasMessageContaining("no iteration");
    }

    @Test
    void theBestIsConfirmedIfAQuarterOfTheIterationsComesNearIt() {
        assertThat(of(List.of(10.0, 10.4, 15.0, 20.0)).isConfirmed()).isTrue();
        assertThat(of(List.of(10.0, 10.6, 15.0, 20.0)).isConfirmed()).isFalse();
        assertThat(of(List.of(10.0, 10.1, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0))
                        .isConfirmed())
                .isFalse();
        assertThat(of(List.of(10.0)).isConfirmed()).isTrue();
    }

    @Test
    void iterationsThatAreFarApartAreRestless() {
        assertThat(of(List.of(8.0, 10.0, 12.1)).isRestless()).isTrue();
        assertThat(of(List.of(8.1, 10.0, 12.0)).isRestless()).isFalse();
    }

    @Test
    void whatIsMeasuredTwiceHasTheIterationsOfBothAndTheLesserAllocation() {
        Figure first = Made.figure("Records", "TLS_X", 64, "Dovetail, JDK", Side.OWN, List.of(3.0, 4.0), 90.0);
        Figure second = Made.figure("Records", "TLS_X", 64, "Dovetail, JDK", Side.OWN, List.of(2.0), 70.0);
        assertThat(first.and(second).iterations()).containsExactly(3.0, 4.0, 2.0);
        assertThat(first.and(second).value()).isEqualTo(2);
        assertThat(first.and(second).allocated()).isEqualTo(70);
        assertThat(of(List.of(3.0)).and(of(List.of(2.0))).allocated()).isNull();
    }

    @Test
    void aFigureIsNotAddedToAnotherOnes() {
        Figure other = Made.figure("Records", "TLS_Y", 64, "Dovetail, JDK", Side.OWN, List.of(2.0), null);
        assertThatThrownBy(() -> of(List.of(3.0)).and(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
