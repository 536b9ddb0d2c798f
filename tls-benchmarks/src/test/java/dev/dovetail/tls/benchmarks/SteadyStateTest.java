package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyStateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(60);

    /** By the clock of this test, which only the operation moves on. */
    private long now;

    private long calls;

    /** With an operation of a millisecond at first, which takes so much of its time after each 60 ms. */
    private boolean isReached(double eachRound, BooleanSupplier compilerIsIdle) {
        SteadyState state = new SteadyState(
                () -> {
                    now += Math.round(1_000_000 * Math.pow(eachRound, (double) now / ROUND));
                    return calls++;
                },
                () -> now,
                compilerIsIdle);
        return state.reachWithin(5 * SECOND);
    }

    @Test
    void callsNothingUnlessToldTo() {
        SteadyState.reach(() -> calls++);
        assertThat(calls).isZero();
    }

    @Test
    void isToldByAFileIfItWasNotReached(@TempDir Path directory) {
        Path file = directory.resolve("cut-short");
        System.setProperty(SteadyState.CUT_SHORT, file.toString());
        try {
            SteadyState.tell();
        } finally {
            System.clearProperty(SteadyState.CUT_SHORT);
        }
        assertThat(file).exists();
    }

    @Test
    void isReachedAfterSomeRoundsThatGetNoFaster() {
        assertThat(isReached(1, () -> true)).isTrue();
        assertThat(now).isBetween(SECOND / 4, SECOND);
    }

    @Test
    void isNotReachedAsLongAsTheOperationGetsFaster() {
        assertThat(isReached(0.94, () -> true)).isFalse();
        assertThat(now).isGreaterThanOrEqualTo(5 * SECOND);
    }

    @Test
    void smallGainsOfManyRoundsCountToo() {
        assertThat(isReached(0.97, () -> true)).isFalse();
    }

    @Test
    void isNotReachedWhileSomebodyElseTakesTheTimeAway() {
        assertThat(isReached(1.35, () -> true)).isFalse();
    }

    @Test
    void whatIsCompiledNowAndThenDoesNotUndoTheRoundsBefore() {
        AtomicInteger rounds = new AtomicInteger();
        assertThat(isReached(1, () -> rounds.incrementAndGet() % 2 == 0)).isTrue();
        assertThat(now).isLessThan(SECOND);
    }

    @Test
    void isNotReachedWhileTheCompilerWorks() {
        assertThat(isReached(1, () -> false)).isFalse();
        assertThat(isReached(1, () -> now > 7 * SECOND)).isTrue();
    }
}
