package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateRequest12;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.HelloRequest;
import dev.dovetail.tls.handshake.negotiation.OwnCredentials;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import java.util.List;
import java.util.Optional;

/**
 * The server has proved itself as far as its suite asks; it may want our certificate before its ServerHelloDone (RFC 5246
 * 7.4.4 and 7.4.5).
 *
 * @param agreed what the hellos settled
 * @param exchange closed with this state
 * @param peer the proof of the server
 * @param hint what the server said about the pre-shared key
 * @param request what the server wants of our certificate, if it asked
 */
record AwaitServerHelloDone12(
        Agreed12 agreed,
        KeyExchange.Client exchange,
        PeerChecked peer,
        Optional<byte[]> hint,
        Optional<CertificateRequest12> request)
        implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (HelloRequest.is(message)) return this;
        if (message.type() == HandshakeType.CERTIFICATE_REQUEST && mayAsk()) {
            CertificateRequest12 asked = CertificateRequest12.read(message);
            agreed.saw(message);
            return new AwaitServerHelloDone12(agreed, exchange, peer, hint, Optional.of(asked));
        }
        if (message.type() != HandshakeType.SERVER_HELLO_DONE) throw unexpected(message, wanted());
        message.body().done();
        agreed.saw(message);
        if (request.isEmpty()) return flight(List.of(), effects);
        CertificateRequest12 asked = request.get();
        return OwnCredentials.ask(
                agreed.config(),
                agreed.facts(asked.schemes()),
                asked.authorities(),
                effects,
                own -> flight(own, effects),
                exchange);
    }

    private State flight(List<Credential> own, Effects effects) {
        return new ClientFlight12(agreed, exchange, peer, hint, request, own, effects).begin();
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** Once, and only a server that proves itself by a certificate (RFC 5246 7.4.4, RFC 4279 2). */
    private boolean mayAsk() {
        return request.isEmpty() && agreed.authentication().certificate();
    }

    private String wanted() {
        return mayAsk() ? "CertificateRequest or ServerHelloDone" : "ServerHelloDone";
    }
}
