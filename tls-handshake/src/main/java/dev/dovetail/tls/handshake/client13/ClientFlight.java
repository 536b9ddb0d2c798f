package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.OwnCredentials;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.resumption.FreshSession;
import dev.dovetail.tls.handshake.resumption.TicketIntake;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.tls13.Connected13;
import dev.dovetail.tls.handshake.tls13.Connected13.Traffic;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.SignedContent;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The client's last flight: perhaps a certificate, then Finished.
 *
 * @param offer what was sent
 * @param course keys and transcript, up to the server's Finished
 * @param applicationProtocol what EncryptedExtensions settled
 * @param peer the proof of who the server is
 * @param finished the proof of its Finished
 * @param secrets of the application's keys
 */
record ClientFlight(
        ClientOffer offer,
        Course course,
        Optional<String> applicationProtocol,
        PeerChecked peer,
        FinishedChecked finished,
        ApplicationSecrets secrets) {

    /** Answers a CertificateRequest, with an empty list if there is nothing that the server would accept. */
    State withCertificate(CertificateRequest13 request, Effects effects) {
        ExtensionBlock wanted = request.extensions();
        List<X500Principal> authorities =
                wanted.find(CertificateAuthoritiesExtension.INSTANCE).orElse(List.of());
        return OwnCredentials.ask(
                offer.config(),
                facts(wanted.find(SignatureAlgorithmsExtension.INSTANCE).orElse(List.of())),
                authorities,
                effects,
                own -> withCertificate(request, choose(own, wanted), effects),
                course,
                secrets);
    }

    private State withCertificate(CertificateRequest13 request, Optional<SigningCredential> signing, Effects effects) {
        Certificate13 certificate = Certificate13.of(
                request.context(),
                signing.map(chosen -> chosen.credential().encodedChain()).orElse(List.of()));
        course.transcript().add(effects.send(HandshakeType.CERTIFICATE, certificate::write));
        if (signing.isEmpty()) return finish(signing, effects);
        SigningCredential chosen = signing.get();
        effects.negotiated(
                "own signature scheme", chosen.scheme().name(), "our first that fits the key and the server");
        byte[] content = SignedContent.of(Role.CLIENT, course.transcript().hash());
        return effects.task(
                "sign CertificateVerify",
                () -> chosen.scheme()
                        .sign(chosen.credential().key(), content, offer.config().random()),
                signature -> {
                    CertificateVerify verify =
                            new CertificateVerify(chosen.scheme().code(), signature);
                    course.transcript().add(effects.send(HandshakeType.CERTIFICATE_VERIFY, verify::write));
                    return finish(signing, effects);
                },
                course,
                secrets);
    }

    State finish(Optional<SigningCredential> signing, Effects effects) {
        byte[] verifyData = course.finished(course.secrets().clientTraffic());
        course.transcript().add(effects.send(HandshakeType.FINISHED, out -> out.bytes("verify_data", verifyData)));
        effects.installWrite(course.write(secrets.clientTraffic()), "application 0");
        Optional<TicketIntake> intake = intake(effects);
        course.close();
        effects.connected(
                info(signing, intake, effects.earlyData()), Exporter.tls13(secrets.hkdf(), secrets.exporter()));
        return new Connected13(
                Role.CLIENT,
                course.suite(),
                offer.codecs(),
                offer.config().padding(),
                effects.observed() ? course.clientRandom() : Connected13.unnamed(),
                new Traffic(secrets.clientTraffic(), 0),
                new Traffic(secrets.serverTraffic(), 0),
                intake,
                finished,
                peer);
    }

    /** Where the server's tickets go, if this client can resume. */
    private Optional<TicketIntake> intake(Effects effects) {
        ClientConfig config = offer.config();
        if (!config.sessions().enabled()) return Optional.empty();
        return config.sessionScope()
                .map(server -> new TicketIntake(
                        config.sessions(),
                        server,
                        course.hkdf(),
                        course.suite().code(),
                        course.resumption(),
                        effects.writeLimit(),
                        course.resumed().map(Session::facts).orElseGet(() -> FreshSession.of(config)),
                        offer.sentServerName(),
                        applicationProtocol,
                        peer.kept(Optional::empty)));
    }

    private HandshakeFacts facts(List<Integer> peerSchemes) {
        return new HandshakeFacts(
                ProtocolVersion.TLS_1_3,
                Optional.of(course.suite()),
                offer.sentServerName(),
                applicationProtocol,
                peerSchemes);
    }

    private Optional<SigningCredential> choose(List<Credential> own, ExtensionBlock request) {
        List<Integer> schemes =
                request.find(SignatureAlgorithmsExtension.INSTANCE).orElse(List.of());
        CredentialChoice choice = new CredentialChoice(
                offer.config(),
                own,
                ProtocolVersion.TLS_1_3,
                schemes,
                request.find(SignatureAlgorithmsExtension.FOR_CERTIFICATES).orElse(schemes),
                request.find(CertificateAuthoritiesExtension.INSTANCE).orElse(List.of()));
        List<Credential> candidates = choice.inOrder(Optional.empty()).stream()
                .filter(choice::issuerAccepted)
                .toList();
        return choice.choose(candidates, scheme -> true);
    }

    private ConnectionInfo info(
            Optional<SigningCredential> signing, Optional<TicketIntake> intake, EarlyDataOutcome early) {
        return new ConnectionInfo(
                ProtocolVersion.TLS_1_3,
                course.suite(),
                course.group(),
                signing.map(SigningCredential::scheme),
                peer.scheme(),
                peer.preSharedKey(),
                signing.map(chosen -> chosen.credential().chain()).orElse(List.of()),
                peer.chain(),
                offer.sentServerName(),
                applicationProtocol,
                course.retried(),
                true,
                false,
                course.resumed().isPresent(),
                intake.map(TicketIntake::facts).or(() -> course.resumed().map(Session::facts)),
                early,
                offer.dialogue().agreed());
    }
}
