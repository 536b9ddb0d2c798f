package dev.dovetail.tls.sessions.redis;

import java.time.Duration;

/** What ticket keys in Redis go by. */
record RedisKeysSetup(RedisPlace place, KeySlots slots, Duration period, Duration patience, Duration grace) {

    RedisKeysSetup {
        if (period.toMillis() < 1 || patience.toMillis() < 1 || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "period and patience are more than no time: " + period + ", " + patience);
        }
        if (period.multipliedBy(2).compareTo(slots.propagation()) > 0) {
            throw new IllegalArgumentException("a key that is published " + slots.propagation()
                    + " ahead is not read in time by who looks each " + period);
        }
    }
}
