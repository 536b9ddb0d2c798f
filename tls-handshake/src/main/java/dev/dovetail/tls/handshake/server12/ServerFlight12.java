package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.message.Certificate12;
import dev.dovetail.tls.handshake.message.CertificateRequest12;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerKeyExchange12;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.ClientCertificateType;
import java.util.List;
import java.util.Optional;

/**
 * The server's first flight behind ServerHello: Certificate, ServerKeyExchange, CertificateRequest, ServerHelloDone (RFC
 * 5246 7.3).
 */
final class ServerFlight12 {

    private final ClientAsk ask;
    private final Agreed12 agreed;
    private final ServerChoice12 choice;
    private final KeyExchange.Server exchange;
    private final boolean asksForCertificate;
    private final Effects effects;

    ServerFlight12(ClientAsk ask, Agreed12 agreed, ServerChoice12 choice, boolean asksForCertificate, Effects effects) {
        this.ask = ask;
        this.agreed = agreed;
        this.choice = choice;
        this.asksForCertificate = asksForCertificate;
        this.effects = effects;
        this.exchange = agreed.keyExchange()
                .server(new ServerContext12(
                        agreed.config().random(),
                        ask.hello().legacyVersion(),
                        choice.group(),
                        choice.credential().map(Credential::key)));
    }

    State begin() {
        choice.credential()
                .map(credential -> new Certificate12(credential.encodedChain()))
                .ifPresent(certificate -> agreed.send(HandshakeType.CERTIFICATE, certificate::write, effects));
        if (agreed.params() == KeyExchange.Params.NONE) return end();
        return effects.task("make key exchange parameters", this::params, this::withParams, exchange);
    }

    private byte[] params() throws Exception {
        WireWriter out = WireWriter.of("ServerKeyExchange");
        if (agreed.keyExchange().params() != KeyExchange.Params.NONE) exchange.writeParams(out);
        return out.toBytes();
    }

    private State withParams(byte[] params) {
        if (params.length == 0 && hint().isEmpty()) {
            if (agreed.keyExchange().params() == KeyExchange.Params.REQUIRED) {
                throw Fault.INTERNAL.because(
                        "the key exchange %s made no parameters",
                        agreed.keyExchange().name());
            }
            return end();
        }
        if (choice.scheme().isEmpty()) {
            send(new ServerKeyExchange12(hintBefore(params), params, Optional.empty()));
            return end();
        }
        SignatureScheme scheme = choice.scheme().get();
        Credential credential = choice.credential().orElseThrow();
        byte[] content = ServerKeyExchange12.signedContent(agreed.clientRandom(), agreed.serverRandom(), params);
        return effects.task(
                "sign ServerKeyExchange",
                () -> scheme.sign(credential.key(), content, agreed.config().random()),
                signature -> {
                    CertificateVerify signed = new CertificateVerify(scheme.code(), signature);
                    send(new ServerKeyExchange12(Optional.empty(), params, Optional.of(signed)));
                    return end();
                },
                exchange);
    }

    private Optional<byte[]> hint() {
        return agreed.authentication().preShared() ? ask.config().identityHint() : Optional.empty();
    }

    /** RFC 4279 3: in front of parameters the hint can't be left out, so it is empty if there is none. */
    private Optional<byte[]> hintBefore(byte[] params) {
        if (!agreed.authentication().preShared()) return Optional.empty();
        return params.length == 0 ? hint() : Optional.of(hint().orElse(new byte[0]));
    }

    private void send(ServerKeyExchange12 message) {
        agreed.send(HandshakeType.SERVER_KEY_EXCHANGE, message::write, effects);
    }

    private State end() {
        if (asksForCertificate) agreed.send(HandshakeType.CERTIFICATE_REQUEST, request()::write, effects);
        agreed.send(HandshakeType.SERVER_HELLO_DONE, out -> {}, effects);
        return asksForCertificate
                ? new AwaitClientCertificate12(agreed, choice, exchange)
                : new AwaitClientKeyExchange12(agreed, choice, exchange, Optional.empty());
    }

    private CertificateRequest12 request() {
        List<SignatureScheme> schemes = agreed.config().selection().verifying().stream()
                .filter(scheme -> scheme.versions().contains(ProtocolVersion.TLS_1_2))
                .toList();
        byte[] types = ClientCertificateType.of(schemes);
        if (types.length == 0) {
            throw Fault.CONFIGURATION.because("clients are asked for a certificate, but no scheme that verifies one"
                    + " in TLS 1.2 is enabled (Selection.verifying)");
        }
        return new CertificateRequest12(
                types,
                schemes.stream().map(SignatureScheme::code).toList(),
                CertificateAuthoritiesExtension.sendable(
                        agreed.config().verifier().authorities()));
    }
}
