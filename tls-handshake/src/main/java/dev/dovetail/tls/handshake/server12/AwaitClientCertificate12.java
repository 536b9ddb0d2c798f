package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.Certificate12;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.negotiation.PeerVerification;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * The server has asked for a certificate: the client sends one, or an empty list (RFC 5246 7.4.6).
 *
 * @param agreed what the hellos settled
 * @param choice what was chosen
 * @param exchange closed with this state
 */
record AwaitClientCertificate12(Agreed12 agreed, ServerChoice12 choice, KeyExchange.Server exchange) implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CERTIFICATE) throw unexpected(message, "Certificate");
        Certificate12 certificate = Certificate12.read(message);
        agreed.saw(message);
        if (certificate.chain().isEmpty()) return withoutCertificate();
        PeerChain chain =
                PeerChain.of(certificate.chain(), agreed.config().selection().certificates());
        refuseUnfit(chain.key());
        return PeerVerification.ask(
                agreed.config(),
                chain,
                Role.CLIENT,
                Optional.empty(),
                agreed.facts(List.of()),
                false,
                effects,
                () -> new AwaitClientKeyExchange12(agreed, choice, exchange, Optional.of(chain)),
                exchange);
    }

    @Override
    public void close() {
        exchange.close();
    }

    private State withoutCertificate() {
        if (((ServerConfig) agreed.config()).clientAuthentication() == ClientAuthentication.REQUIRED) {
            throw Fault.CLIENT_CERTIFICATE_REFUSED.because("the client has no certificate, but one is required");
        }
        agreed.transcript().dropMessages();
        return new AwaitClientKeyExchange12(agreed, choice, exchange, Optional.empty());
    }

    private void refuseUnfit(PublicKey key) {
        boolean verifiable = agreed.config().selection().verifying().stream()
                .anyMatch(scheme -> scheme.versions().contains(ProtocolVersion.TLS_1_2)
                        && scheme.fits(key, ProtocolVersion.TLS_1_2));
        if (!verifiable) {
            throw Fault.CERTIFICATE_UNFIT.because(
                    "no scheme of the request fits the client's key (%s)", key.getAlgorithm());
        }
    }
}
