package dev.dovetail.tls.handshake.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keys of this process alone, made when they are needed and never written anywhere. A key seals for a while, opens as long
 * as what it sealed may live, and is then wiped, at the next use of these keys: no thread waits for that.
 */
public final class RotatingTicketKeys implements TicketKeys {

    // Choice: who steals a key reads the resumed connections of an hour, and those of its tickets (RFC 9325 4.4).
    private static final Duration ROTATION = Duration.ofHours(1);

    private final SecureRandom random;
    private final Duration rotation;
    private final Duration opening;
    private final TicketKeyRing ring = new TicketKeyRing();
    private Instant next = Instant.MIN;
    private Instant lastSeen = Instant.MIN;

    private RotatingTicketKeys(SecureRandom random, Duration rotation, Duration opening) {
        if (rotation.isNegative() || rotation.isZero() || opening.isNegative()) {
            throw new IllegalArgumentException("a key seals for more than no time: " + rotation + ", " + opening);
        }
        this.random = random;
        this.rotation = rotation;
        this.opening = opening;
    }

    /**
     * A new key each hour.
     *
     * @param opening how long a key opens after it sealed last: the lifetime of sessions
     * @return without keys yet; the caller closes it
     */
    public static RotatingTicketKeys hourly(Duration opening) {
        return every(ROTATION, opening);
    }

    /**
     * A new key after some time.
     *
     * @param rotation how long a key seals
     * @param opening how long it opens after that: the lifetime of sessions
     * @return without keys yet; the caller closes it
     */
    public static RotatingTicketKeys every(Duration rotation, Duration opening) {
        return new RotatingTicketKeys(new SecureRandom(), rotation, opening);
    }

    @Override
    public Optional<TicketKey> sealing(Instant now) {
        turn(now);
        return ring.sealing(now);
    }

    @Override
    public Optional<TicketKey> of(byte[] ticket, Instant now) {
        ring.retire(now);
        return ring.of(ticket, now);
    }

    /** Makes the next key if the last one has sealed long enough, or if the clock was set back behind its begin. */
    private synchronized void turn(Instant now) {
        if (now.isBefore(next) && !now.isBefore(lastSeen)) return;
        ring.retire(now);
        ring.add(TicketKey.fresh(random, now, rotation, opening));
        next = now.plus(rotation);
        lastSeen = now;
    }

    @Override
    public void close() {
        ring.close();
    }
}
