package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.negotiation.PeerVerification;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls13.PeerSignature;
import dev.dovetail.tls.handshake.tls13.State13;
import java.util.Optional;

/**
 * A server behind the client's Certificate.
 *
 * @param kept what it keeps
 * @param chain the client's certificates
 */
record AwaitClientCertificateVerify(ServerWait kept, PeerChain chain) implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CERTIFICATE_VERIFY) throw unexpected(message, "CertificateVerify");
        CertificateVerify verify = CertificateVerify.read(message);
        SignatureScheme scheme = kept.ask().config().selection().verifying().stream()
                .filter(own -> own.code() == verify.scheme() && own.versions().contains(ProtocolVersion.TLS_1_3))
                .findFirst()
                .orElseThrow(() -> Fault.SIGNATURE_SCHEME_NOT_OFFERED.because(
                        "the client signed with 0x%04x, which the request did not name", verify.scheme()));
        return PeerSignature.check(
                Role.CLIENT, scheme, verify, chain, kept.course(), message, effects, this::askVerifier);
    }

    private State askVerifier(PeerChecked proof, Effects effects) {
        return PeerVerification.ask(
                kept.ask().config(),
                chain,
                Role.CLIENT,
                Optional.empty(),
                kept.ask().facts(Optional.of(kept.course().suite()), kept.applicationProtocol()),
                false,
                effects,
                () -> new AwaitClientFinished(kept, proof),
                kept);
    }

    @Override
    public void close() {
        kept.close();
    }
}
