package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.tls12.Agreed12;
import dev.dovetail.tls.handshake.tls12.AwaitChangeCipherSpec12;
import dev.dovetail.tls.handshake.tls12.Secrets12;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * The client sent certificates: it has to sign the handshake so far (RFC 5246 7.4.8).
 *
 * @param agreed what the hellos settled
 * @param choice what was chosen
 * @param secrets closed with this state
 * @param chain the client's certificates, accepted
 * @param preSharedKey the name of the key that was used besides
 */
record AwaitCertificateVerify12(
        Agreed12 agreed, ServerChoice12 choice, Secrets12 secrets, PeerChain chain, Optional<byte[]> preSharedKey)
        implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.CERTIFICATE_VERIFY) throw unexpected(message, "CertificateVerify");
        CertificateVerify verify = CertificateVerify.read(message);
        SignatureScheme scheme = scheme(verify.scheme());
        effects.negotiated("client's signature scheme", scheme.name(), "the client chose it");
        PublicKey key = chain.key();
        byte[] content = agreed.transcript().messages();
        agreed.transcript().dropMessages();
        agreed.saw(message);
        return effects.task(
                "verify CertificateVerify",
                () -> scheme.verify(key, content, verify.signature()),
                verified -> proved(PeerChecked.bySignature(verified, scheme, chain.certificates())),
                secrets);
    }

    @Override
    public void close() {
        secrets.close();
    }

    private State proved(PeerChecked signer) {
        PeerChecked client = preSharedKey.map(signer::andPreSharedKey).orElse(signer);
        return new AwaitChangeCipherSpec12(agreed, secrets, AwaitClientKeyExchange12.parties(choice, client));
    }

    private SignatureScheme scheme(int code) {
        List<SignatureScheme> asked = agreed.config().selection().verifying().stream()
                .filter(scheme -> scheme.versions().contains(ProtocolVersion.TLS_1_2))
                .toList();
        SignatureScheme scheme = asked.stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElseThrow(() -> Fault.SIGNATURE_SCHEME_NOT_OFFERED.because(
                        "the client signed with 0x%04x; asked for were %s",
                        code, asked.stream().map(SignatureScheme::name).toList()));
        if (!scheme.fits(chain.key(), ProtocolVersion.TLS_1_2)) {
            throw Fault.SIGNATURE_SCHEME_UNFIT.because(
                    "%s does not fit the client's key (%s)",
                    scheme.name(), chain.key().getAlgorithm());
        }
        return scheme;
    }
}
