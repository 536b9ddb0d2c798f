package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.Certificate12;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.HelloRequest;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.negotiation.PeerVerification;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * The suite has the server send its certificates (RFC 5246 7.4.2).
 *
 * @param offer what was sent
 * @param agreed what the hellos settled
 */
record AwaitCertificate12(ClientOffer offer, Agreed12 agreed) implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (HelloRequest.is(message)) return this;
        if (message.type() != HandshakeType.CERTIFICATE) throw unexpected(message, "Certificate");
        Certificate12 certificate = Certificate12.read(message);
        if (certificate.chain().isEmpty()) {
            throw Fault.CERTIFICATE_LIST_EMPTY.because(
                    "the server sent no certificate, but %s needs one", agreed.suite());
        }
        PeerChain chain =
                PeerChain.of(certificate.chain(), offer.config().selection().certificates());
        refuseUnfit(chain.key());
        agreed.saw(message);
        return PeerVerification.ask(
                offer.config(),
                chain,
                Role.SERVER,
                offer.config().serverName(),
                agreed.facts(List.of()),
                agreed.keyExchange().decrypts(),
                effects,
                () -> AwaitServerKeyExchange12.begin(offer, agreed, Optional.of(chain)));
    }

    @Override
    public void close() {}

    private void refuseUnfit(PublicKey key) {
        String name = agreed.authentication().name();
        boolean fits = agreed.keyExchange().fits(key);
        boolean signs = !agreed.serverSigns()
                || offer.config().selection().verifying().stream()
                        .anyMatch(scheme -> scheme.authentication().equals(name)
                                && scheme.versions().contains(ProtocolVersion.TLS_1_2)
                                && scheme.fits(key, ProtocolVersion.TLS_1_2));
        if (!fits || !signs) {
            throw Fault.CERTIFICATE_UNFIT.because(
                    "the server's key (%s) can't be used with %s", key.getAlgorithm(), agreed.suite());
        }
    }
}
