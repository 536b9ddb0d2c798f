package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeySlotsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private final KeySlots slots = new KeySlots(HOUR, HOUR.multipliedBy(3), Duration.ofMinutes(10));

    @Test
    void aSlotBeginsWhereTheOneBeforeEnds() {
        long slot = slots.at(NOON);
        assertThat(slots.begin(slot)).isEqualTo(NOON);
        assertThat(slots.end(slot)).isEqualTo(slots.begin(slot + 1)).isEqualTo(NOON.plus(HOUR));
        assertThat(slots.at(NOON.minusMillis(1))).isEqualTo(slot - 1);
        assertThat(slots.opensUntil(slot)).isEqualTo(NOON.plus(HOUR.multipliedBy(4)));
    }

    @Test
    void theNextKeyIsDueAheadOfItsSlot() {
        assertThat(slots.nextIsDue(NOON)).isFalse();
        assertThat(slots.nextIsDue(NOON.plus(Duration.ofMinutes(50)).minusMillis(1)))
                .isFalse();
        assertThat(slots.nextIsDue(NOON.plus(Duration.ofMinutes(50)))).isTrue();
    }

    @Test
    void everyKeyThatOpensIsOfUse() {
        for (int minute = 0; minute < 60; minute++) {
            Instant now = NOON.plus(Duration.ofMinutes(minute));
            long[] useful = slots.useful(now);
            for (long slot = slots.at(now) - 10; slot <= slots.at(now) + 1; slot++) {
                if (now.isBefore(slots.opensUntil(slot))) assertThat(useful).contains(slot);
            }
            assertThat(Arrays.stream(useful).count()).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void membersThatDisagreeAboutTheRotationNeverMeanTheSamePlace() {
        KeySlots others = new KeySlots(HOUR.multipliedBy(2), HOUR, HOUR);
        assertThat(slots.name(7)).isNotEqualTo(others.name(7));
    }

    @Test
    void refusesTimesThatDoNotGoTogether() {
        refused(() -> new KeySlots(Duration.ZERO, HOUR, HOUR));
        refused(() -> new KeySlots(HOUR, HOUR.negated(), HOUR));
        refused(() -> new KeySlots(HOUR, HOUR, HOUR.plusMillis(1)));
        refused(() -> new KeySlots(HOUR, HOUR.multipliedBy(10_000), HOUR));
        RedisPlace place = RedisPlace.at("redis://127.0.0.1");
        refused(() -> new RedisKeysSetup(place, slots, Duration.ofMinutes(6), HOUR, HOUR));
        refused(() -> new RedisKeysSetup(place, slots, Duration.ZERO, HOUR, HOUR));
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(IllegalArgumentException.class);
    }
}
