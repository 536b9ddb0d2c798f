package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket12;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.ServerScope;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps the session of a TLS 1.2 handshake, on either side (RFC 5246 F.1.4, RFC 5077).
 *
 * @param agreed what the hellos settled
 * @param secrets of the handshake, not closed
 * @param parties who took part
 */
public record SessionKeeping12(Agreed12 agreed, Secrets12 secrets, Parties12 parties) {

    // RFC 5246 F.1.4: the upper limit that it suggests for a session.
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * A server sends the ticket that its hello announced: an empty one if it can't seal after all (RFC 5077 3.3).
     *
     * @param effects sends it
     */
    public void giveTicket(Effects effects) {
        if (agreed.role() != Role.SERVER || !agreed.sessions().ticket()) return;
        ServerConfig config = (ServerConfig) agreed.config();
        try (Session session =
                session(config.sessions().now(), config.sessions().lifetime(), config.sessionScope())) {
            long left = Duration.between(session.issued(), session.expires()).toSeconds();
            byte[] ticket = left < 1
                    ? new byte[0]
                    : new SealedSessions(config).ticket(session).orElse(new byte[0]);
            NewSessionTicket12 message = new NewSessionTicket12(Math.max(0, left), ticket);
            agreed.send(HandshakeType.NEW_SESSION_TICKET, message::write, effects);
        }
    }

    /**
     * Keeps the session: a server by its id, a client by ticket or id. One that was resumed is kept already.
     *
     * @param ticket what the server gave, with content or without
     */
    public void keep(Optional<NewSessionTicket12> ticket) {
        if (agreed.sessions().facts().isEmpty()) return;
        boolean resumed = agreed.sessions().resumed().isPresent();
        byte[] id = agreed.sessions().id();
        if (agreed.config() instanceof ClientConfig client) {
            Optional<NewSessionTicket12> given = ticket.filter(one -> one.ticket().length > 0);
            client.sessionScope().ifPresent(server -> {
                if (given.isPresent()) keep(client, server, given.get().ticket(), false, lifetime(given.get()));
                else if (!resumed && id.length > 0) keep(client, server, id, true, LONGEST);
            });
        } else if (agreed.config() instanceof ServerConfig server && !resumed && id.length > 0) {
            try (Session session =
                    session(server.sessions().now(), server.sessions().lifetime(), server.sessionScope())) {
                new SealedSessions(server).keep(id, session);
            }
        }
    }

    /**
     * What is to be done so that nobody resumes it any more, as far as that is for us to say. It may wait as long as the
     * connection stands, so it holds on to nothing of the handshake.
     *
     * @return does it
     */
    public Runnable forgetting() {
        if (agreed.config() instanceof ClientConfig client) {
            ClientSessions sessions = client.sessions();
            byte[] name = agreed.sessions().facts().orElseThrow().name();
            return () -> sessions.forget(name);
        }
        if (agreed.config() instanceof ServerConfig server) {
            SealedSessions sealed = new SealedSessions(server);
            byte[] id = agreed.sessions().id();
            if (sealed.isId(id, ProtocolVersion.TLS_1_2)) return () -> sealed.remove(id);
        }
        return () -> {};
    }

    private void keep(ClientConfig config, ServerScope server, byte[] name, boolean byId, Duration lifetime) {
        Session session = session(config.sessions().now(), lifetime, new byte[0]);
        config.sessions().keep(server, new HeldSession(session, name, byId));
    }

    /** RFC 5077 3.3: 0 leaves it to the client, which has a limit of its own anyway (RFC 5246 F.1.4). */
    private static Duration lifetime(NewSessionTicket12 ticket) {
        Duration hint = Duration.ofSeconds(ticket.lifetimeHint());
        return hint.isZero() || hint.compareTo(LONGEST) > 0 ? LONGEST : hint;
    }

    private Session session(Instant now, Duration lifetime, byte[] scope) {
        SessionFacts facts = agreed.sessions().facts().orElseThrow();
        return new Session(
                facts.name(),
                ProtocolVersion.TLS_1_2,
                agreed.suite().code(),
                secrets.master().secret().copy(),
                facts.established(),
                now.truncatedTo(ChronoUnit.MILLIS),
                lifetime,
                0,
                0,
                agreed.features().limits().write(),
                agreed.serverName(),
                agreed.features().applicationProtocol(),
                parties.peer().kept(agreed.config().verifier()::identity),
                agreed.features().encryptThenMac(),
                scope);
    }
}
