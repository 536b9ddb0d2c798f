package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SizingStateTest {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private long now;

    @Test
    void fullRecordsBeginFullAndNeverAskForTheTime() {
        SizingState state = new SizingState(RecordSizing.full(), () -> {
            throw new AssertionError("nobody needs the time");
        });
        state.begin();
        state.sent();

        assertThat(state.beginsSmall()).isFalse();
        assertThat(state.longest()).isEqualTo(1 << 14);
    }

    @Test
    void makesAsManySmallRecordsAsAskedFor() {
        SizingState state = state(3);

        state.begin();
        for (int i = 0; i < 3; i++) {
            assertThat(state.beginsSmall()).isTrue();
            state.sent();
        }
        state.begin();
        assertThat(state.beginsSmall()).isFalse();
    }

    @Test
    void beginsAnewOnlyAfterATimeWithoutData() {
        SizingState state = state(1);
        state.begin();
        assertThat(state.beginsSmall()).isTrue();
        state.sent();

        now += IDLE.toNanos();
        state.begin();
        assertThat(state.beginsSmall()).isFalse();
        state.sent();
        now += IDLE.toNanos() + 1;
        assertThat(state.beginsSmall()).as("in the middle of a call").isFalse();
        state.begin();
        assertThat(state.beginsSmall()).isTrue();
    }

    @Test
    void refusesNumbersThatNoRecordHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSizing(100, 101, 1, IDLE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSizing(100, 0, 1, IDLE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSizing(100, 100, -1, IDLE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSizing(100, 100, 1, IDLE.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSizing(100, 100, 1, Duration.ZERO));
    }

    @Test
    void aLimitShortensWhatIsLonger() {
        RecordSizing sizing = new RecordSizing(1000, 100, 3, IDLE);
        assertThat(sizing.within(2000)).isEqualTo(sizing);
        assertThat(sizing.within(500)).isEqualTo(new RecordSizing(500, 100, 3, IDLE));
        assertThat(sizing.within(50)).isEqualTo(new RecordSizing(50, 50, 3, IDLE));
        assertThatIllegalArgumentException().isThrownBy(() -> sizing.within(0));
    }

    @Test
    void takesForeverForNever() {
        RecordSizing once = new RecordSizing(100, 10, 1, ChronoUnit.FOREVER.getDuration());
        SizingState state = new SizingState(once, () -> now);
        state.begin();
        state.sent();

        now += Duration.ofDays(10_000).toNanos();
        state.begin();

        assertThat(state.beginsSmall()).isFalse();
    }

    private SizingState state(int records) {
        return new SizingState(new RecordSizing(1 << 14, 1000, records, IDLE), () -> now);
    }
}
