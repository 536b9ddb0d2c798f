package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dovetail.tls.benchmarks.report.Estimate.Task;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Task QUICK = new Task("Records", "dovetail", seconds(10));
    private static final Task SLOW = new Task("Handshakes", "sunjsse", seconds(30));

    private final AtomicLong clock = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private ProgressLine line(Estimate estimate, int total, boolean terminal) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressLine(estimate, total, out, terminal, clock::get);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void beginsWithWhatItWasTold() {
        Estimate estimate = new Estimate(List.of(QUICK, QUICK, SLOW));
        assertThat(estimate.left(Duration.ZERO)).isEqualTo(seconds(50));
        assertThat(estimate.share(Duration.ZERO)).isZero();
    }

    @Test
    void learnsFromEachKindForItself() {
        Estimate estimate = new Estimate(List.of(QUICK, SLOW, QUICK, SLOW));
        estimate.done(seconds(2));
        estimate.done(seconds(20));
        assertThat(estimate.left(Duration.ZERO)).isEqualTo(seconds(22));
        estimate.done(seconds(4));
        assertThat(estimate.left(Duration.ZERO)).isEqualTo(seconds(20));
        assertThat(estimate.share(Duration.ZERO)).isCloseTo(26.0 / 46, within(1e-9));
    }

    @Test
    void learnsFromAllSoFarHowFastTheMachineIs() {
        Estimate estimate = new Estimate(List.of(QUICK, SLOW));
        estimate.done(seconds(20));
        assertThat(estimate.left(Duration.ZERO)).isEqualTo(seconds(60));
    }

    @Test
    void guessesAnUnknownContenderFromItsSection() {
        Estimate estimate = new Estimate(List.of(QUICK, SLOW, new Task("Records", "other", seconds(100))));
        estimate.done(seconds(2));
        estimate.done(seconds(20));
        assertThat(estimate.left(Duration.ZERO)).isEqualTo(seconds(2));
    }

    @Test
    void whatIsUnderWayCounts() {
        Estimate estimate = new Estimate(List.of(QUICK, QUICK));
        assertThat(estimate.left(seconds(4))).isEqualTo(seconds(16));
        assertThat(estimate.left(seconds(40))).isEqualTo(seconds(10));
        assertThat(estimate.share(seconds(10))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void isDoneInTheEnd() {
        Estimate estimate = new Estimate(List.of(QUICK));
        estimate.done(seconds(3));
        assertThat(estimate.left(Duration.ZERO)).isZero();
        assertThat(estimate.share(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void drawsABarOnATerminal() {
        try (ProgressLine line = line(new Estimate(List.of(QUICK, SLOW)), 2, true)) {
            line.next("first");
            clock.addAndGet(seconds(60).toNanos());
            line.done();
            line.next("second");
        }
        assertThat(printed())
                .contains("\r[........................]   0 %  1/2  0:40 left  first")
                .contains("\r[######..................]  25 %  2/2  3:00 left  second")
                .doesNotContain("\n");
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        int total = 100;
        Estimate estimate = new Estimate(Collections.nCopies(total, QUICK));
        try (ProgressLine line = line(estimate, total, false)) {
            for (int i = 0; i < total; i++) {
                line.next("number " + i);
                clock.addAndGet(seconds(1).toNanos());
                line.done();
            }
        }
        assertThat(printed()).contains(" 50 %  51/100  0:50 left  number 50").doesNotContain("\r");
        assertThat(printed().lines()).hasSizeBetween(10, 12);
    }

    @Test
    void isNotSilentForLong() {
        Estimate estimate = new Estimate(Collections.nCopies(100, QUICK));
        try (ProgressLine line = line(estimate, 100, false)) {
            for (int i = 0; i < 5; i++) {
                line.next("number " + i);
                clock.addAndGet(seconds(90).toNanos());
                line.done();
            }
        }
        assertThat(printed().lines()).hasSize(5);
    }
}
