package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.FlagExtension;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.resumption.ResumptionRules;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.AwaitChangeCipherSpec12;
import dev.dovetail.tls.handshake.tls12.Features12;
import dev.dovetail.tls.handshake.tls12.Parties12;
import dev.dovetail.tls.handshake.tls12.Secrets12;
import dev.dovetail.tls.handshake.tls12.SessionKeeping12;
import dev.dovetail.tls.handshake.tls12.Sessions12;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server's abbreviated handshake (RFC 5246 7.3). */
final class ServerResumption12 {

    private final ClientAsk ask;
    private final Session session;
    private final UsableSuite suite;
    private final Effects effects;

    private ServerResumption12(ClientAsk ask, Session session, UsableSuite suite, Effects effects) {
        this.ask = ask;
        this.session = session;
        this.suite = suite;
        this.effects = effects;
    }

    /** Resumes; empty, with the session closed, if something speaks against it: then a full handshake is made. */
    static Optional<State> begin(ClientAsk ask, Session session, Transcript transcript, Effects effects) {
        try {
            Optional<UsableSuite> suite = suite(ask, session);
            Optional<String> objection = objection(ask, session, suite);
            if (objection.isPresent()) {
                effects.negotiated("ticket", "not used", objection.get());
                session.close();
                return Optional.empty();
            }
            return Optional.of(new ServerResumption12(ask, session, suite.orElseThrow(), effects).answer(transcript));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** RFC 5246 7.4.1.2: the session's own suite, if both still have it. */
    private static Optional<UsableSuite> suite(ClientAsk ask, Session session) {
        return ask.config().selection().suites(ProtocolVersion.TLS_1_2).stream()
                .filter(one -> one.code() == session.suite())
                .filter(one -> ask.hello().suites().contains(one.code()))
                .findFirst();
    }

    private static Optional<String> objection(ClientAsk ask, Session session, Optional<UsableSuite> suite) {
        Optional<String> rule = ResumptionRules.objection(session, ask.config(), ask.version(), ask.serverName());
        if (rule.isPresent()) return rule;
        if (suite.isEmpty()) return Optional.of("its suite is not enabled here, or not offered, any more");
        ExtensionBlock asked = ask.hello().extensions();
        if (!asked.has(FlagExtension.EXTENDED_MASTER_SECRET)) {
            throw Fault.EXTENDED_MASTER_SECRET_CHANGED.because("the client wants to resume a session without it");
        }
        boolean encryptThenMac =
                asked.has(FlagExtension.ENCRYPT_THEN_MAC) && suite.get().cipher() instanceof CbcCipher;
        if (encryptThenMac != session.encryptThenMac()) return Optional.of("encrypt_then_mac was another");
        if (asked.has(MaxFragmentLengthExtension.INSTANCE)) return Optional.of("it has no max_fragment_length");
        return ask.applicationProtocol(suite).equals(session.applicationProtocol())
                ? Optional.empty()
                : Optional.of("it is for another application protocol");
    }

    private State answer(Transcript transcript) {
        effects.negotiated("session", session.facts(), "the client's ticket or session id is ours");
        // RFC 5246 7.2.2: a connection that fails ends its session; a ticket can't be taken back.
        byte[] name = ask.hello().sessionId();
        if (!cameByTicket()) effects.ifFails(() -> new SealedSessions(ask.config()).remove(name));
        effects.negotiated("cipher suite", suite, "the session's");
        ExtensionBlock answers = new ExtensionBlock();
        // Nobody is asked for a credential, so the server's name is not answered either (RFC 6066 3).
        ServerChoice12 choice = new ServerChoice12(suite, Optional.empty(), Optional.empty(), Optional.empty());
        Features12 features = Answers12.of(ask, choice, answers);
        boolean renewed = renewed();
        if (renewed) answers.with(OpaqueExtension.SESSION_TICKET, new byte[0]);
        byte[] random = ClientHelloReceived12.random(ask.config());
        byte[] id = ask.hello().sessionId();
        transcript.use(suite.hash());
        Agreed12 agreed = new Agreed12(
                Role.SERVER,
                ask.config(),
                suite,
                ask.hello().random(),
                random,
                features,
                ask.serverName(),
                ask.dialogue(),
                new Sessions12(Optional.of(session), Optional.of(session.facts()), id, renewed),
                transcript);
        agreed.send(HandshakeType.SERVER_HELLO, ServerHello.tls12(random, id, suite.code(), answers)::write, effects);
        return finish(agreed);
    }

    private State finish(Agreed12 agreed) {
        PeerChecked peer =
                PeerChecked.bySession(session.peer(), ask.config().selection().verifying());
        Parties12 parties = new Parties12(Optional.empty(), Optional.empty(), List.of(), peer);
        Secrets12 secrets = Secrets12.resume(agreed, session.secret(), effects);
        new SessionKeeping12(agreed, secrets, parties).giveTicket(effects);
        secrets.finish(effects);
        return new AwaitChangeCipherSpec12(agreed, secrets, parties);
    }

    /** A ticket is renewed in the second half of its life: it comes with the next handshake anyway. */
    private boolean renewed() {
        Duration age =
                Duration.between(session.issued(), ask.config().sessions().now());
        return cameByTicket() && age.multipliedBy(2).compareTo(session.lifetime()) > 0;
    }

    private boolean cameByTicket() {
        return ask.hello()
                .find(OpaqueExtension.SESSION_TICKET)
                .filter(ticket -> ticket.length > 0)
                .isPresent();
    }
}
