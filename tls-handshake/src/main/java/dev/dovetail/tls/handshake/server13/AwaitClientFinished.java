package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.message.Finished;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.session.SessionFacts;
import dev.dovetail.tls.handshake.tls13.Connected13;
import dev.dovetail.tls.handshake.tls13.Connected13.Traffic;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.List;
import java.util.Optional;

/**
 * A server that waits for the client's Finished.
 *
 * @param kept what it keeps
 * @param peer the proof of who the client is
 */
record AwaitClientFinished(ServerWait kept, PeerChecked peer) implements State13 {

    static AwaitClientFinished ofAnonymous(ServerWait kept) {
        return new AwaitClientFinished(kept, PeerChecked.anonymous());
    }

    static AwaitClientFinished withKey(ServerWait kept, OfferedKey key) {
        PeerChecked peer = key.session()
                .map(session -> PeerChecked.bySession(
                        session.peer(), kept.ask().config().selection().verifying()))
                .orElseGet(() -> PeerChecked.byPreSharedKey(key.identity()));
        return new AwaitClientFinished(kept, peer);
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.FINISHED) throw unexpected(message, "Finished");
        Course course = kept.course();
        Finished received = Finished.read(message, course.suite().hash().length());
        FinishedChecked proof =
                FinishedChecked.of(course.finished(course.secrets().clientTraffic()), received.verifyData());
        ApplicationSecrets secrets = kept.secrets();
        effects.installRead(course.read(secrets.clientTraffic()), "application 0");
        effects.acceptPlaintextAlert(false);
        course.transcript().add(message.bytes());
        Optional<SessionFacts> session = new TicketIssue(kept, peer, effects).give();
        course.close();
        effects.connected(info(session, effects.earlyData()), Exporter.tls13(secrets.hkdf(), secrets.exporter()));
        return new Connected13(
                Role.SERVER,
                course.suite(),
                kept.ask().codecs(),
                course.padding(),
                effects.observed() ? course.clientRandom() : Connected13.unnamed(),
                new Traffic(secrets.serverTraffic(), 0),
                new Traffic(secrets.clientTraffic(), 0),
                Optional.empty(),
                proof,
                peer);
    }

    private ConnectionInfo info(Optional<SessionFacts> session, EarlyDataOutcome early) {
        Optional<SigningCredential> credential = kept.choices().proof().credential();
        return new ConnectionInfo(
                ProtocolVersion.TLS_1_3,
                kept.choices().suite(),
                kept.choices().group(),
                credential.map(SigningCredential::scheme),
                peer.scheme(),
                peer.preSharedKey(),
                credential.map(signing -> signing.credential().chain()).orElse(List.of()),
                peer.chain(),
                kept.ask().serverName(),
                kept.applicationProtocol(),
                kept.course().retried(),
                true,
                false,
                kept.course().resumed().isPresent(),
                session,
                early,
                kept.ask().dialogue().agreed());
    }

    @Override
    public void close() {
        kept.close();
    }
}
