package dev.dovetail.tls.jsse.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sessions that an application has invalidated: tickets can't be taken back, so it is remembered which ones are worth
 * nothing. Guarded by its owner.
 */
final class EndedSessions {

    // Choice: a name takes some 150 bytes.
    static final int MOST_REMEMBERED = 10_000;

    // RFC 8446 4.6.1: older sessions are resumed by nobody.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Map<ByteBuffer, Instant> established = new LinkedHashMap<>();
    private Instant allUntil = Instant.MIN;

    void add(byte[] name, Instant when, Instant now) {
        established.put(ByteBuffer.wrap(name.clone()), when);
        if (established.size() <= MOST_REMEMBERED) return;
        established.values().removeIf(old -> old.plus(LONGEST).isBefore(now));
        // Too many to be told apart: with the first of them all go that are as old.
        for (Iterator<Instant> eldest = established.values().iterator(); established.size() > MOST_REMEMBERED; ) {
            Instant forgotten = eldest.next();
            if (forgotten.isAfter(allUntil)) allUntil = forgotten;
            eldest.remove();
        }
    }

    boolean contains(byte[] name, Instant when) {
        return !when.isAfter(allUntil) || established.containsKey(ByteBuffer.wrap(name));
    }
}
