package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Sets properties that others read. */
@Isolated
class SteadyStateTest {

    @Test
    void callsNothingUnlessToldTo() {
        int[] calls = new int[1];
        SteadyState.reach(() -> calls[0]++);
        assertThat(calls[0]).isZero();
    }

    @Test
    void tellsIfTheTimeWasOverBeforeAnOperationWasWarm(@TempDir Path directory) {
        Path file = directory.resolve("cut-short");
        System.setProperty(SteadyState.PROPERTY, "1");
        System.setProperty(SteadyState.CUT_SHORT, file.toString());
        try {
            long[] rounds = {400_000_000};
            // Each call takes a tenth less than the one before, for more than a second.
            SteadyState.reach(() -> {
                long end = System.nanoTime() + rounds[0];
                while (System.nanoTime() < end) Thread.onSpinWait();
                rounds[0] = rounds[0] * 9 / 10;
                return null;
            });
        } finally {
            System.clearProperty(SteadyState.PROPERTY);
            System.clearProperty(SteadyState.CUT_SHORT);
        }
        assertThat(file).exists();
    }
}
