package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Names the session of a full handshake. */
public final class FreshSession {

    private FreshSession() {}

    /**
     * A client's.
     *
     * @param config gives randomness and time
     * @return a name of its own, established now
     */
    public static SessionFacts of(ClientConfig config) {
        return of(config.random(), config.sessions().now());
    }

    /**
     * A server's.
     *
     * @param config gives randomness and time
     * @return a name of its own, established now
     */
    public static SessionFacts of(ServerConfig config) {
        return of(config.random(), config.sessions().now());
    }

    private static SessionFacts of(SecureRandom random, Instant now) {
        byte[] name = new byte[Session.NAME_LENGTH];
        random.nextBytes(name);
        return new SessionFacts(name, now.truncatedTo(ChronoUnit.MILLIS));
    }
}
