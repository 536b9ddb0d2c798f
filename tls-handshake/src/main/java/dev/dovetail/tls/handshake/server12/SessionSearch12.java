package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.resumption.FoundSession;
import dev.dovetail.tls.handshake.resumption.FreshSession;
import dev.dovetail.tls.handshake.resumption.PeerJudge;
import dev.dovetail.tls.handshake.resumption.ResumptionRules;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.tls12.Features12;
import dev.dovetail.tls.handshake.tls12.Sessions12;
import java.util.Optional;
import java.util.function.Function;

/** Finds the session that a client of TLS 1.2 wants to resume: in its ticket, or by its session id in the store. */
final class SessionSearch12 {

    private SessionSearch12() {}

    /** Goes on with what is found; a ticket counts more than an id, which is the client's then (RFC 5077 3.4). */
    static State resumed(ClientAsk ask, Effects effects, Function<Optional<Session>, State> then) {
        if (ask.config().sessions().keys().isEmpty()) return then.apply(Optional.empty());
        SealedSessions sealed = new SealedSessions(ask.config());
        byte[] ticket = ask.hello().find(OpaqueExtension.SESSION_TICKET).orElse(new byte[0]);
        if (ticket.length > 0) return judged(ask, sealed.open(ticket), effects, then);
        byte[] id = ask.hello().sessionId();
        if (!sealed.isId(id, ask.version())) return then.apply(Optional.empty());
        return effects.answer(
                "look up a session",
                () -> sealed.find(id, false),
                (FoundSession found) -> judged(ask, found.session(), effects, then));
    }

    /** The client's certificates may have been accepted by another server, which trusts others. */
    private static State judged(
            ClientAsk ask, Optional<Session> found, Effects effects, Function<Optional<Session>, State> then) {
        PeerJudge judge = new PeerJudge(ask.config());
        if (found.filter(session -> isOfUse(ask, session) && judge.isAsked(session))
                .isEmpty()) return then.apply(found);
        Session session = found.get();
        return effects.answer(
                "verify the session's certificates",
                () -> judge.accepts(session, ask.facts(Optional.empty(), session.applicationProtocol())),
                accepted -> {
                    if (accepted) return then.apply(found);
                    effects.negotiated("ticket", "not used", "the client's certificates are not accepted here");
                    session.close();
                    return then.apply(Optional.empty());
                },
                session);
    }

    /** A session of another scope, say, is no matter for the verifier, which may have to read a trust store first. */
    private static boolean isOfUse(ClientAsk ask, Session session) {
        return ResumptionRules.objection(session, ask.config(), ask.version(), ask.serverName())
                .isEmpty();
    }

    /** What a full handshake will keep: a ticket for clients that take one, else an entry of the store, if there is one. */
    static Sessions12 fresh(ClientAsk ask, Features12 features, ExtensionBlock answers) {
        ServerConfig config = ask.config();
        // RFC 7627 5.4: a session without extended_master_secret is not safe to resume. RFC 6066 4: an agreed length
        // would hold for the session; we keep none that has one.
        boolean kept = config.sessions().keys().isPresent()
                && features.extendedMasterSecret()
                && !answers.has(MaxFragmentLengthExtension.INSTANCE);
        if (!kept) return Sessions12.none();
        if (ask.hello().extensions().has(OpaqueExtension.SESSION_TICKET)) {
            answers.with(OpaqueExtension.SESSION_TICKET, new byte[0]);
            return new Sessions12(Optional.empty(), Optional.of(FreshSession.of(config)), new byte[0], true);
        }
        return new SealedSessions(config)
                .freshId(ask.version())
                .map(id -> new Sessions12(Optional.empty(), Optional.of(FreshSession.of(config)), id, false))
                .orElseGet(Sessions12::none);
    }
}
