package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.TicketKey;
import dev.dovetail.tls.handshake.session.TicketKeyRing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sessions whose key and time are always the same, so that a course can be compared byte by byte. */
final class FixedSessions {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private FixedSessions() {}

    static ClientSessions cache() {
        return ClientSessions.inMemory().clock(CLOCK);
    }

    static ServerSessions tickets(int count, boolean early) {
        TicketKeyRing keys = new TicketKeyRing();
        Instant until = NOW.plus(Duration.ofHours(1));
        keys.add(TicketKey.of(new byte[16], Secret.of(new byte[32]), NOW, until, until));
        ServerSessions.Builder sessions =
                ServerSessions.with(keys).tickets(count).clock(CLOCK);
        if (early) sessions.store(new TestStore()).earlyData(1000);
        return sessions.build();
    }
}
