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
}
