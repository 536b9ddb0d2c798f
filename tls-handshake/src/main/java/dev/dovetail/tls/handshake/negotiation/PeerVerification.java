package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the configuration's verifier about the peer's certificates; the answer may come later. */
public final class PeerVerification {

    private PeerVerification() {}

    /**
     * Asks, and goes on if the peer is accepted.
     *
     * @param config whose verifier
     * @param chain the peer's certificates
     * @param peer the peer's role
     * @param serverName the name that a server must have
     * @param facts what is settled
     * @param decrypts whether the key decrypts instead of signing (RSA key transport)
     * @param effects waits for the answer
     * @param then makes the next state
     * @param held closed if the connection ends meanwhile
     * @return the state that waits
     */
    public static State ask(
            TlsConfig config,
            PeerChain chain,
            Role peer,
            Optional<String> serverName,
            HandshakeFacts facts,
            boolean decrypts,
            Effects effects,
            Supplier<State> then,
            AutoCloseable... held) {
        PeerCertificates certificates = new PeerCertificates(
                chain.certificates(),
                peer,
                serverName,
                facts.version(),
                decrypts,
                List.of(),
                config.selection().certificates(),
                Optional.of(facts));
        return effects.answer(
                "verify certificate chain",
                () -> config.verifier().verify(certificates),
                verdict -> {
                    verdict.refusal().ifPresent(refusal -> {
                        throw refusal;
                    });
                    return then.get();
                },
                held);
    }
}
