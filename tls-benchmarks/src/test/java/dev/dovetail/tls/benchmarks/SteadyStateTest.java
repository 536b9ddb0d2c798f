package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadyStateTest {

    @Test
    void callsNothingUnlessToldTo() {
        int[] calls = new int[1];
        SteadyState.reach(() -> calls[0]++);
        assertThat(calls[0]).isZero();
    }
}
