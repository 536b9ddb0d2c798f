package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.AwaitChangeCipherSpec12;
import dev.dovetail.tls.handshake.tls12.DeferredFields;
import dev.dovetail.tls.handshake.tls12.Parties12;
import dev.dovetail.tls.handshake.tls12.Premaster12;
import dev.dovetail.tls.handshake.tls12.Secrets12;
import java.util.List;
import java.util.Optional;

/**
 * The client's half of the key exchange is due (RFC 5246 7.4.7).
 *
 * @param agreed what the hellos settled
 * @param choice what was chosen
 * @param exchange closed with this state
 * @param chain the client's certificates, accepted; it still has to show that it has the key
 */
record AwaitClientKeyExchange12(
        Agreed12 agreed, ServerChoice12 choice, KeyExchange.Server exchange, Optional<PeerChain> chain)
        implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CLIENT_KEY_EXCHANGE) throw unexpected(message, "ClientKeyExchange");
        agreed.saw(message);
        DeferredFields fields = new DeferredFields(message);
        if (agreed.authentication().preShared()) return new ClientIdentity12(this, fields).lookUp(effects);
        return effects.task(
                "take ClientKeyExchange",
                () -> Premaster12.read(exchange, fields.body()),
                premaster -> {
                    fields.tell();
                    return next(premaster, PeerChecked.anonymous(), effects);
                },
                exchange);
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** Goes on with the premaster secret, closed here; the peer is whom an accepted certificate will not name. */
    State next(Secret premaster, PeerChecked peer, Effects effects) {
        exchange.close();
        Secrets12 secrets = Secrets12.derive(agreed, premaster, effects);
        return chain.<State>map(certificates ->
                        new AwaitCertificateVerify12(agreed, choice, secrets, certificates, peer.preSharedKey()))
                .orElseGet(() -> new AwaitChangeCipherSpec12(agreed, secrets, parties(choice, peer)));
    }

    static Parties12 parties(ServerChoice12 choice, PeerChecked client) {
        return new Parties12(
                choice.group(),
                choice.scheme(),
                choice.credential().map(Credential::chain).orElse(List.of()),
                client);
    }
}
