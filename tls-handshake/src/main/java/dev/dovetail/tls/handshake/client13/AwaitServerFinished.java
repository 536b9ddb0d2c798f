package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.Finished;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.Optional;

/**
 * A client that knows its server.
 *
 * @param offer what was sent
 * @param course keys and transcript
 * @param applicationProtocol what EncryptedExtensions settled
 * @param request the server's request for a certificate
 * @param peer the proof of who the server is
 */
public record AwaitServerFinished(
        ClientOffer offer,
        Course course,
        Optional<String> applicationProtocol,
        Optional<CertificateRequest13> request,
        PeerChecked peer)
        implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.FINISHED) throw unexpected(message, "Finished");
        Finished received = Finished.read(message, course.suite().hash().length());
        FinishedChecked proof =
                FinishedChecked.of(course.finished(course.secrets().serverTraffic()), received.verifyData());
        course.transcript().add(message.bytes());
        ApplicationSecrets secrets =
                ApplicationSecrets.of(course.secrets(), course.transcript().hash());
        effects.secret("CLIENT_TRAFFIC_SECRET_0", course.clientRandom(), secrets.clientTraffic());
        effects.secret("SERVER_TRAFFIC_SECRET_0", course.clientRandom(), secrets.serverTraffic());
        effects.secret("EXPORTER_SECRET", course.clientRandom(), secrets.exporter());
        ClientFlight flight = new ClientFlight(offer, course, applicationProtocol, peer, proof, secrets);
        try {
            // RFC 8446 5.1: the peer's keys change here, so nothing may stand behind Finished in its record.
            effects.installRead(course.read(secrets.serverTraffic()), "application 0");
            if (effects.earlyData() == EarlyDataOutcome.ACCEPTED) endEarlyData(effects);
            return request.map(asked -> flight.withCertificate(asked, effects))
                    .orElseGet(() -> flight.finish(Optional.empty(), effects));
        } catch (RuntimeException e) {
            secrets.close();
            throw e;
        }
    }

    /** RFC 8446 4.5: the last message under the keys of early data. */
    private void endEarlyData(Effects effects) {
        effects.stopEarlySending();
        course.transcript().add(effects.send(HandshakeType.END_OF_EARLY_DATA, out -> {}));
        effects.installWrite(course.write(course.secrets().clientTraffic()), "handshake");
    }

    @Override
    public void close() {
        course.close();
    }
}
