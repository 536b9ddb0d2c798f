package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.HelloRequest;
import dev.dovetail.tls.handshake.message.ServerKeyExchange12;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The server's parameters are due, or may come (RFC 5246 7.4.3).
 *
 * @param offer what was sent
 * @param agreed what the hellos settled
 * @param exchange closed with this state
 * @param chain the server's certificates, accepted; empty if the suite has none
 */
record AwaitServerKeyExchange12(
        ClientOffer offer, Agreed12 agreed, KeyExchange.Client exchange, Optional<PeerChain> chain) implements State {

    /** Begins the key exchange, behind the server's certificates if there are some. */
    static State begin(ClientOffer offer, Agreed12 agreed, Optional<PeerChain> chain) {
        KeyExchange kind = agreed.keyExchange();
        KeyExchange.Client exchange = kind.client(ClientContext12.of(offer, kind, chain.map(PeerChain::key)));
        AwaitServerKeyExchange12 state = new AwaitServerKeyExchange12(offer, agreed, exchange, chain);
        return agreed.params() == KeyExchange.Params.NONE ? state.withoutSignature() : state;
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (HelloRequest.is(message)) return this;
        if (message.type() == HandshakeType.SERVER_KEY_EXCHANGE) return params(message, effects);
        if (mayBeLeftOut()) return withoutSignature().on(message, effects);
        throw unexpected(message, "ServerKeyExchange");
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** A suite whose server signs may leave the message out only if the certificate proves itself otherwise. */
    private boolean mayBeLeftOut() {
        KeyExchange kind = agreed.keyExchange();
        return agreed.params() == KeyExchange.Params.OPTIONAL && (!agreed.serverSigns() || kind.decrypts());
    }

    private State params(HandshakeMessage message, Effects effects) {
        ServerKeyExchange12 read = ServerKeyExchange12.read(message, exchange, agreed.suite(), agreed.serverSigns());
        exchange.group().ifPresent(group -> effects.negotiated("group", group.name(), "the server chose it"));
        agreed.saw(message);
        if (read.signature().isEmpty()) return done(unsigned(), read.hint());
        CertificateVerify signature = read.signature().get();
        SignatureScheme scheme = offer.scheme(signature.scheme(), ProtocolVersion.TLS_1_2);
        PublicKey key = chain.orElseThrow().key();
        refuseUnfit(scheme, key);
        effects.negotiated("server's signature scheme", scheme.name(), "the server chose it");
        byte[] content = ServerKeyExchange12.signedContent(agreed.clientRandom(), agreed.serverRandom(), read.params());
        return effects.task(
                "verify ServerKeyExchange",
                () -> scheme.verify(key, content, signature.signature()),
                verified -> done(PeerChecked.bySignature(verified, scheme, certificates()), Optional.empty()),
                exchange);
    }

    private void refuseUnfit(SignatureScheme scheme, PublicKey key) {
        String wanted = agreed.authentication().name();
        if (!scheme.authentication().equals(wanted)) {
            throw Fault.SIGNATURE_SCHEME_UNFIT.because(
                    "%s does not sign for %s, which wants %s", scheme.name(), agreed.suite(), wanted);
        }
        if (!scheme.fits(key, ProtocolVersion.TLS_1_2)) {
            throw Fault.SIGNATURE_SCHEME_UNFIT.because(
                    "%s does not fit the server's key (%s)", scheme.name(), key.getAlgorithm());
        }
    }

    /** Nothing is signed: the Finished will show who decrypts, or nobody proves anything. */
    private State withoutSignature() {
        return done(unsigned(), Optional.empty());
    }

    private PeerChecked unsigned() {
        return chain.isPresent() ? PeerChecked.byDecryption(certificates()) : PeerChecked.anonymous();
    }

    private State done(PeerChecked peer, Optional<byte[]> hint) {
        // RFC 4279 5.2: an empty hint says nothing.
        Optional<byte[]> said = hint.filter(value -> value.length > 0);
        return new AwaitServerHelloDone12(agreed, exchange, peer, said, Optional.empty());
    }

    private List<X509Certificate> certificates() {
        return chain.map(PeerChain::certificates).orElse(List.of());
    }
}
