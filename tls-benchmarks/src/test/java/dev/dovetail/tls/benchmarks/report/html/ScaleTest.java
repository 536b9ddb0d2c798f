package dev.dovetail.tls.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void aLinearScaleGoesFromZeroToARoundNumber() {
        Scale scale = Scale.linear(3264, 0, 100);
        assertThat(scale.to()).isEqualTo(4000);
        assertThat(scale.ticks()).containsExactly(0.0, 1000.0, 2000.0, 3000.0, 4000.0);
        assertThat(scale.at(2000)).isEqualTo(50);
    }

    @Test
    void aLogarithmicScaleGoesBetweenRoundNumbers() {
        Scale scale = Scale.logarithmic(17, 760, 0, 100);
        assertThat(scale.from()).isEqualTo(10);
        assertThat(scale.to()).isEqualTo(1000);
        assertThat(scale.at(100)).isCloseTo(50, within(1e-9));
        assertThat(scale.ticks()).contains(10.0, 20.0, 50.0, 100.0, 1000.0);
    }

    @Test
    void aSingleValueHasAScaleToo() {
        assertThat(Scale.logarithmic(100, 100, 0, 100).to()).isEqualTo(200);
        assertThat(Scale.linear(0, 0, 100).at(0)).isZero();
    }
}
