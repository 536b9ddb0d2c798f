package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.Session;
import java.time.Duration;
import java.util.Optional;

/** Why a server does not take early data that it could take (RFC 8446 4.2.10 and 8). */
final class EarlyDataRules {

    private static final long AGES = 1L << 32;

    private EarlyDataRules() {}

    /** The first reason, for a person; empty if it may be taken unless the store has seen it. */
    static Optional<String> objection(
            ServerSessions sessions, KeyOffer offer, AcceptedKey key, UsableSuite suite, boolean retried) {
        Optional<Session> session = key.key().session();
        if (sessions.mostEarlyData() == 0) return Optional.of("this server takes none (ServerSessions.earlyData)");
        if (session.isEmpty()) return Optional.of("the key is not a ticket's");
        if (key.place() != 0) return Optional.of("the key is not the client's first");
        if (session.get().mostEarlyData() == 0) return Optional.of("the ticket allows none");
        if (session.get().mostEarlyData() > sessions.mostEarlyData()) {
            return Optional.of("the ticket allows more than is taken here now");
        }
        if (session.get().suite() != suite.code()) return Optional.of("the session had another suite");
        if (retried) return Optional.of("the client has to send another hello first");
        Duration error = ageError(sessions, session.get(), offer.obfuscatedAge(key));
        if (error.compareTo(sessions.freshness()) > 0) {
            return Optional.of("the age of the ticket is wrong by " + error.toMillis() + " ms, more than "
                    + sessions.freshness().toMillis() + ": late, or sent again");
        }
        return Optional.empty();
    }

    /** RFC 8446 8.3: how far the client's word is from what we see. */
    private static Duration ageError(ServerSessions sessions, Session session, long obfuscated) {
        long said = Math.floorMod(obfuscated - session.ageAdd(), AGES);
        long seen = Duration.between(session.issued(), sessions.now()).toMillis();
        return Duration.ofMillis(Math.abs(said - seen));
    }
}
