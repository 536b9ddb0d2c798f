package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.resumption.FreshSession;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.AwaitChangeCipherSpec12;
import dev.dovetail.tls.handshake.tls12.Features12;
import dev.dovetail.tls.handshake.tls12.Parties12;
import dev.dovetail.tls.handshake.tls12.Secrets12;
import dev.dovetail.tls.handshake.tls12.Sessions12;
import java.util.List;
import java.util.Optional;

/** A client's way through an abbreviated handshake (RFC 5246 7.3). */
final class Resumption12 {

    private Resumption12() {}

    /** The server resumes, so what the session had holds again. */
    static void refuseChanges(Session session, UsableSuite suite, Features12 features) {
        if (suite.code() != session.suite()) {
            throw Fault.SESSION_CHANGED.because("the session has suite 0x%04x, not %s", session.suite(), suite);
        }
        // Only sessions with it are kept.
        if (!features.extendedMasterSecret()) {
            throw Fault.EXTENDED_MASTER_SECRET_CHANGED.because("the server resumes a session without it");
        }
        if (features.encryptThenMac() != session.encryptThenMac()) {
            throw Fault.SESSION_CHANGED.because("encrypt_then_mac was %s in the session", session.encryptThenMac());
        }
    }

    /** What the hellos settled: without extended_master_secret nothing is kept (RFC 7627 5.4). */
    static Sessions12 sessions(ClientOffer offer, ServerHello hello, Features12 features, Optional<Session> resumed) {
        ClientConfig config = offer.config();
        // RFC 6066 4: an agreed length would hold for the session; we keep none that has one.
        boolean kept = config.sessions().enabled()
                && config.sessionScope().isPresent()
                && features.extendedMasterSecret()
                && !hello.extensions().has(MaxFragmentLengthExtension.INSTANCE);
        Optional<SessionFacts> facts =
                resumed.map(Session::facts).or(() -> kept ? Optional.of(FreshSession.of(config)) : Optional.empty());
        boolean ticket = hello.extensions().has(OpaqueExtension.SESSION_TICKET);
        return new Sessions12(resumed, facts, hello.sessionId(), ticket);
    }

    /** The server's Finished is next; if anything goes wrong from here, the session is not offered again. */
    static State goOn(Agreed12 agreed, Session session, Effects effects) {
        ClientConfig config = (ClientConfig) agreed.config();
        effects.negotiated("session", session.facts(), "the server resumes it");
        effects.ifFails(() -> config.sessions().forget(session.name()));
        PeerChecked peer =
                PeerChecked.bySession(session.peer(), config.selection().verifying());
        Parties12 parties = new Parties12(Optional.empty(), Optional.empty(), List.of(), peer);
        return new AwaitChangeCipherSpec12(agreed, Secrets12.resume(agreed, session.secret(), effects), parties);
    }

    /** The server makes a full handshake instead: it does not know the session any more. */
    static void forget(ClientOffer offer, HeldSession refused, Effects effects) {
        effects.negotiated("session", "a new one", "the server does not resume the one that we offered");
        offer.config().sessions().forget(refused.session().name());
    }
}
