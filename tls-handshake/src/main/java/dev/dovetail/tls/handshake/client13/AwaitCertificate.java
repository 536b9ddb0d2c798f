package dev.dovetail.tls.handshake.client13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateEntry;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.Optional;
import java.util.Set;

/**
 * A client behind EncryptedExtensions: the server may ask for a certificate, and then sends its own.
 *
 * @param offer what was sent
 * @param course keys and transcript
 * @param applicationProtocol what EncryptedExtensions settled
 * @param request the server's request for a certificate, once it came
 */
public record AwaitCertificate(
        ClientOffer offer, Course course, Optional<String> applicationProtocol, Optional<CertificateRequest13> request)
        implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() == HandshakeType.CERTIFICATE_REQUEST && request.isEmpty()) return onRequest(message);
        if (message.type() != HandshakeType.CERTIFICATE) {
            throw unexpected(message, request.isEmpty() ? "CertificateRequest or Certificate" : "Certificate");
        }
        Certificate13 certificate = Certificate13.read(message, offer.codecs());
        if (certificate.context().length > 0) {
            throw Fault.CERTIFICATE_CONTEXT_BAD.because("a server's has to be empty");
        }
        if (certificate.entries().isEmpty()) throw Fault.CERTIFICATE_LIST_EMPTY.because("the server sent none");
        for (CertificateEntry entry : certificate.entries()) {
            // Nothing that may stand there is ever offered by this client.
            entry.extensions().answersOnly(Set.of(), "a CertificateEntry");
        }
        PeerChain chain = PeerChain.of(
                certificate.entries().stream()
                        .map(CertificateEntry::certificate)
                        .toList(),
                offer.config().selection().certificates());
        course.transcript().add(message.bytes());
        return new AwaitCertificateVerify(offer, course, applicationProtocol, request, chain);
    }

    private State onRequest(HandshakeMessage message) {
        CertificateRequest13 asked = CertificateRequest13.read(message, offer.codecs());
        if (asked.context().length > 0) {
            throw Fault.CERTIFICATE_REQUEST_BAD.because("its context has to be empty in a handshake");
        }
        if (!asked.extensions().has(SignatureAlgorithmsExtension.INSTANCE)) {
            throw Fault.EXTENSION_MISSING.because("CertificateRequest has no signature_algorithms (RFC 8446 4.3.2)");
        }
        course.transcript().add(message.bytes());
        return new AwaitCertificate(offer, course, applicationProtocol, Optional.of(asked));
    }

    @Override
    public void close() {
        course.close();
    }
}
