package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.PskKeyExchangeModesExtension;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.resumption.FreshSession;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.resumption.TicketSecret;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import dev.dovetail.tls.handshake.tls13.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives the client tickets, right behind its Finished (RFC 8446 4.6.1).
 *
 * @param kept what the handshake settled
 * @param peer how the client showed who it is
 * @param effects sends them
 */
record TicketIssue(ServerWait kept, PeerChecked peer, Effects effects) {

    /** Sends as many as the client can use. Returns the session that they are of; empty if it gets none. */
    Optional<SessionFacts> give() {
        ServerSessions sessions = config().sessions();
        boolean resumed = course().resumed().isPresent();
        // A client that uses each ticket once has used one, and gets one for it.
        int count = resumed ? Math.min(1, sessions.tickets()) : sessions.tickets();
        if (sessions.keys().isEmpty() || count == 0 || !clientCanResume()) {
            return course().resumed().map(Session::facts);
        }
        SessionFacts facts = course().resumed().map(Session::facts).orElseGet(() -> FreshSession.of(config()));
        try (Secret resumption = course().resumption()) {
            for (int i = 0; i < count; i++) give(facts, resumption, new byte[] {(byte) i});
        }
        return Optional.of(facts);
    }

    private void give(SessionFacts facts, Secret resumption, byte[] nonce) {
        try (Session session = session(facts, TicketSecret.of(course().hkdf(), resumption, nonce))) {
            long lifetime =
                    Duration.between(session.issued(), session.expires()).toSeconds();
            if (lifetime < 1) return;
            ExtensionBlock extensions = new ExtensionBlock();
            if (session.mostEarlyData() > 0) {
                extensions.with(EarlyDataExtension.INSTANCE, OptionalLong.of(session.mostEarlyData()));
            }
            sealed(session)
                    .map(ticket -> new NewSessionTicket13(lifetime, session.ageAdd(), nonce, ticket, extensions))
                    .ifPresent(message -> effects.send(HandshakeType.NEW_SESSION_TICKET, message::write));
        }
    }

    private Optional<byte[]> sealed(Session session) {
        SealedSessions sealed = new SealedSessions(config());
        if (!config().sessions().singleUse()) return sealed.ticket(session);
        Optional<byte[]> id = sealed.freshId(ProtocolVersion.TLS_1_3);
        id.ifPresent(name -> sealed.keep(name, session));
        return id;
    }

    private Session session(SessionFacts facts, Secret key) {
        ServerSessions sessions = config().sessions();
        Instant now = sessions.now().truncatedTo(ChronoUnit.MILLIS);
        return new Session(
                facts.name(),
                ProtocolVersion.TLS_1_3,
                course().suite().code(),
                key,
                facts.established(),
                now,
                sessions.lifetime(),
                config().random().nextInt() & 0xffff_ffffL,
                sessions.mostEarlyData(),
                effects.writeLimit(),
                kept.ask().serverName(),
                kept.applicationProtocol(),
                peer.kept(config().verifier()::identity),
                false,
                config().sessionScope());
    }

    /** RFC 8446 4.2.9: with a mode that we take. */
    private boolean clientCanResume() {
        return kept.ask()
                .hello()
                .find(PskKeyExchangeModesExtension.INSTANCE)
                .filter(modes -> config().pskModes().stream().anyMatch(mode -> mode.isIn(modes)))
                .isPresent();
    }

    private ServerConfig config() {
        return kept.ask().config();
    }

    private Course course() {
        return kept.course();
    }
}
