package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.Certificate12;
import dev.dovetail.tls.handshake.message.CertificateRequest12;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.FoundKeys;
import dev.dovetail.tls.handshake.psk.IdentityText;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.AwaitChangeCipherSpec12;
import dev.dovetail.tls.handshake.tls12.ClientCertificateType;
import dev.dovetail.tls.handshake.tls12.Parties12;
import dev.dovetail.tls.handshake.tls12.Premaster12;
import dev.dovetail.tls.handshake.tls12.Secrets12;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The client's second flight: Certificate if asked for, ClientKeyExchange, CertificateVerify, Finished (RFC 5246 7.3). */
final class ClientFlight12 {

    private final Agreed12 agreed;
    private final KeyExchange.Client exchange;
    private final PeerChecked peer;
    private final Optional<byte[]> hint;
    private final Optional<SigningCredential> own;
    private final boolean asked;
    private final Effects effects;

    ClientFlight12(
            Agreed12 agreed,
            KeyExchange.Client exchange,
            PeerChecked peer,
            Optional<byte[]> hint,
            Optional<CertificateRequest12> request,
            List<Credential> credentials,
            Effects effects) {
        this.agreed = agreed;
        this.exchange = exchange;
        this.peer = peer;
        this.hint = hint;
        this.own = request.flatMap(asked -> credential(agreed, asked, credentials));
        this.asked = request.isPresent();
        this.effects = effects;
    }

    State begin() {
        if (own.isEmpty()) agreed.transcript().dropMessages();
        if (asked) {
            // RFC 5246 7.4.6: a client without a suitable certificate says so by an empty list.
            List<byte[]> chain = own.map(one -> one.credential().encodedChain()).orElse(List.of());
            agreed.send(HandshakeType.CERTIFICATE, new Certificate12(chain)::write, effects);
        }
        if (agreed.authentication().preShared()) return lookUpKey();
        return effects.task(
                "make ClientKeyExchange",
                () -> Premaster12.write(exchange),
                premaster -> keysExchanged(premaster, peer),
                exchange);
    }

    private State lookUpKey() {
        ClientConfig config = (ClientConfig) agreed.config();
        ClientPreSharedKeys source = config.preSharedKeys().orElseThrow();
        return effects.answer(
                "look up a pre-shared key",
                () -> source.find(config.serverName(), hint).thenApply(FoundKeys::new),
                found -> withKey(found.firstPlain()
                        .orElseThrow(() -> Fault.PRE_SHARED_KEY_MISSING.because(
                                "the server chose %s and hints at %s, but no key for it was found that may be used in"
                                        + " TLS 1.2 (ClientConfig.preSharedKeys)",
                                agreed.suite(), hint.map(IdentityText::of).orElse("nothing")))),
                exchange);
    }

    private State withKey(PreSharedKey key) {
        byte[] identity = key.identity();
        effects.negotiated("pre-shared key", IdentityText.of(identity), "our first for this server");
        return effects.task(
                "make ClientKeyExchange",
                () -> Premaster12.write(agreed.keyExchange(), exchange, key),
                premaster -> keysExchanged(premaster, peer.andPreSharedKey(identity)),
                exchange,
                key);
    }

    private State keysExchanged(Premaster12 premaster, PeerChecked server) {
        Optional<NamedGroup> group = exchange.group();
        exchange.close();
        agreed.send(HandshakeType.CLIENT_KEY_EXCHANGE, out -> out.bytes("exchange_keys", premaster.message()), effects);
        Secrets12 secrets = Secrets12.derive(agreed, premaster.secret(), effects);
        Parties12 parties = new Parties12(group, own.map(SigningCredential::scheme), ownChain(), server);
        return own.map(signer -> sign(signer, secrets, parties)).orElseGet(() -> finish(secrets, parties));
    }

    private State sign(SigningCredential signer, Secrets12 secrets, Parties12 parties) {
        byte[] content = agreed.transcript().messages();
        agreed.transcript().dropMessages();
        effects.negotiated("own signature scheme", signer.scheme().name(), "our first that the server accepts");
        return effects.task(
                "sign CertificateVerify",
                () -> signer.scheme()
                        .sign(
                                signer.credential().key(),
                                content,
                                agreed.config().random()),
                signature -> {
                    CertificateVerify verify =
                            new CertificateVerify(signer.scheme().code(), signature);
                    agreed.send(HandshakeType.CERTIFICATE_VERIFY, verify::write, effects);
                    return finish(secrets, parties);
                },
                secrets);
    }

    private State finish(Secrets12 secrets, Parties12 parties) {
        secrets.finish(effects);
        return new AwaitChangeCipherSpec12(agreed, secrets, parties);
    }

    private List<X509Certificate> ownChain() {
        return own.map(SigningCredential::credential).map(Credential::chain).orElse(List.of());
    }

    /** RFC 5246 7.4.4: kind of key, signature algorithm and issuer all have to suit. */
    private static Optional<SigningCredential> credential(
            Agreed12 agreed, CertificateRequest12 request, List<Credential> credentials) {
        CredentialChoice choice = new CredentialChoice(
                agreed.config(),
                credentials,
                ProtocolVersion.TLS_1_2,
                request.schemes(),
                request.schemes(),
                request.authorities());
        List<Credential> candidates = choice.inOrder(Optional.empty()).stream()
                .filter(choice::issuerAccepted)
                .toList();
        return choice.choose(candidates, scheme -> ClientCertificateType.allows(request.certificateTypes(), scheme));
    }
}
