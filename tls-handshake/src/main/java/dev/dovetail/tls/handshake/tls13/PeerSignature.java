package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.negotiation.PeerChain;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import java.util.function.BiFunction;

/** Checks the peer's CertificateVerify of TLS 1.3 (RFC 8446 4.4.3). */
public final class PeerSignature {

    private PeerSignature() {}

    /**
     * Checks it in a task, and adds it to the transcript.
     *
     * @param signer the peer's role
     * @param scheme what it signed with, accepted by us
     * @param verify its message
     * @param chain its certificates
     * @param course keys and transcript, up to its Certificate
     * @param message the message's bytes
     * @param effects what may be done
     * @param then makes the next state of the proof
     * @return the state that waits
     */
    public static State check(
            Role signer,
            SignatureScheme scheme,
            CertificateVerify verify,
            PeerChain chain,
            Course course,
            HandshakeMessage message,
            Effects effects,
            BiFunction<PeerChecked, Effects, State> then) {
        if (!scheme.fits(chain.key(), ProtocolVersion.TLS_1_3)) {
            throw Fault.SIGNATURE_SCHEME_UNFIT.because(
                    "%s does not fit the %s key of the certificate",
                    scheme.name(), chain.key().getAlgorithm());
        }
        effects.negotiated("peer signature scheme", scheme.name(), "the peer signed with it");
        byte[] content = SignedContent.of(signer, course.transcript().hash());
        return effects.task(
                "verify CertificateVerify",
                () -> scheme.verify(chain.key(), content, verify.signature()),
                verified -> {
                    PeerChecked proof = PeerChecked.bySignature(verified, scheme, chain.certificates());
                    course.transcript().add(message.bytes());
                    return then.apply(proof, effects);
                },
                course);
    }
}
