package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * What a handshake wants of a {@link CredentialSource}.
 *
 * @param handshake what is settled
 * @param schemes our signature schemes that the peer accepts, best first
 * @param authorities whom the peer trusts; empty if it did not say
 */
public record CredentialRequest(
        HandshakeFacts handshake, List<SignatureScheme> schemes, List<X500Principal> authorities) {

    /** Keeps unmodifiable copies. */
    public CredentialRequest {
        schemes = List.copyOf(schemes);
        authorities = List.copyOf(authorities);
    }
}
