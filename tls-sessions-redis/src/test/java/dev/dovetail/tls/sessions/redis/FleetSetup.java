package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.handshake.session.TicketKeys;
import java.time.Duration;

/**
 * How the servers of a fleet keep sessions.
 *
 * @param rotation of ticket keys
 * @param propagation of ticket keys
 * @param period of looks for ticket keys
 * @param patience of the store
 * @param singleUse whether tickets name sessions that Redis has, and gives once
 */
record FleetSetup(Duration rotation, Duration propagation, Duration period, Duration patience, boolean singleUse) {

    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Keys that stay for the time of a test, and the usual patience. */
    static FleetSetup steady() {
        return new FleetSetup(
                Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(100), false);
    }

    /** Keys that change every two seconds, known to all a second before. */
    FleetSetup rotating() {
        return new FleetSetup(
                Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(200), patience, singleUse);
    }

    FleetSetup singleUse(boolean once) {
        return new FleetSetup(rotation, propagation, period, patience, once);
    }

    FleetSetup patience(Duration time) {
        return new FleetSetup(rotation, propagation, period, time, singleUse);
    }

    /** Sessions of one ticket each, so that a client knows which server gave the one that it has. */
    ServerSessions sessions(TicketKeys keys, SessionStore store) {
        ServerSessions.Builder sessions = ServerSessions.with(keys)
                .store(store)
                .tickets(1)
                .lifetime(LIFETIME)
                // A copy that comes late is to be refused because it is a copy, and not because it is late.
                .freshness(Duration.ofMinutes(5))
                .earlyData(1000);
        return (singleUse ? sessions.singleUse() : sessions).build();
    }
}
