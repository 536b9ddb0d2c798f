package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialRequest;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import java.util.List;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;

/** Gets our credentials: those of the configuration at once, those of its source when it answers. */
public final class OwnCredentials {

    private OwnCredentials() {}

    /**
     * Asks, and goes on with what there is.
     *
     * @param config whose credentials
     * @param facts what is settled
     * @param authorities whom the peer trusts; empty if it did not say
     * @param effects waits for the answer
     * @param then makes the next state
     * @param held closed if the connection ends meanwhile
     * @return the state that waits, or already the next one
     */
    public static State ask(
            TlsConfig config,
            HandshakeFacts facts,
            List<X500Principal> authorities,
            Effects effects,
            Function<List<Credential>, State> then,
            AutoCloseable... held) {
        if (config.credentialSource().isEmpty()) return then.apply(config.credentials());
        List<SignatureScheme> schemes = config.selection().signing().stream()
                .filter(scheme -> scheme.versions().contains(facts.version()))
                .filter(scheme -> facts.peerSchemes().contains(scheme.code()))
                .toList();
        CredentialRequest request = new CredentialRequest(facts, schemes, authorities);
        return effects.answer(
                "find a credential", () -> config.credentialSource().get().find(request), then, held);
    }
}
