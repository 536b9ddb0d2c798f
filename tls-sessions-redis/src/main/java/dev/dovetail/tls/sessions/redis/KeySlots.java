package dev.dovetail.tls.sessions.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * Time cut into slots of one rotation each, numbered since 1970: each has one key, whose place in Redis follows from
 * its number. So two members that make a key for the same slot mean the same place, and Redis takes the first.
 *
 * @param rotation how long a slot is
 * @param opening how long a key opens after its slot
 * @param propagation how long before its slot a key is published
 */
record KeySlots(Duration rotation, Duration opening, Duration propagation) {

    private static final int MOST = 2000;

    KeySlots {
        if (rotation.toMillis() < 1 || opening.isNegative() || propagation.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "a key seals and is published ahead for some time: " + rotation + ", " + propagation);
        }
        if (propagation.compareTo(rotation) > 0) {
            throw new IllegalArgumentException(
                    "a key can't be published " + propagation + " before it seals for " + rotation);
        }
        if (opening.toMillis() / rotation.toMillis() > MOST) {
            throw new IllegalArgumentException("too many keys would open: " + opening + " by " + rotation);
        }
    }

    long at(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), rotation.toMillis());
    }

    Instant begin(long slot) {
        return Instant.ofEpochMilli(Math.multiplyExact(slot, rotation.toMillis()));
    }

    Instant end(long slot) {
        return begin(slot + 1);
    }

    Instant opensUntil(long slot) {
        return end(slot).plus(opening);
    }

    /** Whether the slot that comes next needs its key. */
    boolean nextIsDue(Instant now) {
        return !now.isBefore(end(at(now)).minus(propagation));
    }

    /** Every slot whose key can be of use: those that open, the one that seals, and the next. */
    long[] useful(Instant now) {
        return LongStream.rangeClosed(at(now.minus(opening)) - 1, at(now) + 1).toArray();
    }

    /** The place of a slot's key. The rotation is in it: members that disagree about it never mean the same slot. */
    String name(long slot) {
        return "k:" + rotation.toMillis() + ":" + slot;
    }
}
