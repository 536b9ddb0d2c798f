package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateEntry;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.Set;

/**
 * A server that has asked for a certificate.
 *
 * @param kept what it keeps
 */
record AwaitClientCertificate(ServerWait kept) implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CERTIFICATE) throw unexpected(message, "Certificate");
        Certificate13 certificate = Certificate13.read(message, kept.ask().codecs());
        if (certificate.context().length > 0) {
            throw Fault.CERTIFICATE_CONTEXT_BAD.because("it is not the empty one of the request");
        }
        for (CertificateEntry entry : certificate.entries()) {
            // Nothing that may stand there is ever asked for by this server.
            entry.extensions().answersOnly(Set.of(), "a CertificateEntry");
        }
        if (certificate.entries().isEmpty()) {
            if (kept.ask().config().clientAuthentication() == ClientAuthentication.REQUIRED) {
                throw Fault.CERTIFICATE_MISSING.because("the client has none that fits our request");
            }
            kept.course().transcript().add(message.bytes());
            return AwaitClientFinished.ofAnonymous(kept);
        }
        PeerChain chain = PeerChain.of(
                certificate.entries().stream()
                        .map(CertificateEntry::certificate)
                        .toList(),
                kept.ask().config().selection().certificates());
        kept.course().transcript().add(message.bytes());
        return new AwaitClientCertificateVerify(kept, chain);
    }

    @Override
    public void close() {
        kept.close();
    }
}
