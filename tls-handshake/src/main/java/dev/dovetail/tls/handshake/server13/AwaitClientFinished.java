package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ConnectionInfo;
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

    static AwaitClientFinished withKey(ServerWait kept, byte[] identity) {
        return new AwaitClientFinished(kept, PeerChecked.byPreSharedKey(identity));
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
        course.close();
        effects.connected(info(), Exporter.tls13(secrets.hkdf(), secrets.exporter()));
        return new Connected13(
                Role.SERVER,
                course.suite(),
                kept.ask().codecs(),
                course.padding(),
                course.clientRandom(),
                new Traffic(secrets.serverTraffic(), 0),
                new Traffic(secrets.clientTraffic(), 0),
                proof,
                peer);
    }

    private ConnectionInfo info() {
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
                false,
                kept.ask().dialogue().agreed());
    }

    @Override
    public void close() {
        kept.close();
    }
}
