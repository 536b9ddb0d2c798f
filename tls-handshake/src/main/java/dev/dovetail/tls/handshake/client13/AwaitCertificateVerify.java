package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.negotiation.PeerVerification;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.PeerSignature;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.List;
import java.util.Optional;

/**
 * A client behind the server's Certificate.
 *
 * @param offer what was sent
 * @param course keys and transcript
 * @param applicationProtocol what EncryptedExtensions settled
 * @param request the server's request for a certificate
 * @param chain the server's certificates
 */
public record AwaitCertificateVerify(
        ClientOffer offer,
        Course course,
        Optional<String> applicationProtocol,
        Optional<CertificateRequest13> request,
        PeerChain chain)
        implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CERTIFICATE_VERIFY) throw unexpected(message, "CertificateVerify");
        CertificateVerify verify = CertificateVerify.read(message);
        SignatureScheme scheme = offer.scheme(verify.scheme(), ProtocolVersion.TLS_1_3);
        return PeerSignature.check(Role.SERVER, scheme, verify, chain, course, message, effects, this::askVerifier);
    }

    private State askVerifier(PeerChecked proof, Effects effects) {
        return PeerVerification.ask(
                offer.config(),
                chain,
                Role.SERVER,
                offer.config().serverName(),
                new HandshakeFacts(
                        ProtocolVersion.TLS_1_3,
                        Optional.of(course.suite()),
                        offer.sentServerName(),
                        applicationProtocol,
                        List.of()),
                false,
                effects,
                () -> new AwaitServerFinished(offer, course, applicationProtocol, request, proof),
                course);
    }

    @Override
    public void close() {
        course.close();
    }
}
