package dev.dovetail.tls.handshake.session;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the peer of a session showed who it is: as a resumption does not ask again, this holds for it too.
 *
 * @param scheme the number of the scheme that it signed with
 * @param preSharedKey the identity of the external key that it had
 * @param chain its certificates, leaf first
 * @param judge the identity of the verifier that accepted them; empty if it has none, or nobody was asked
 */
public record SessionPeer(
        OptionalInt scheme, Optional<byte[]> preSharedKey, List<X509Certificate> chain, byte[] judge) {

    /** Keeps an unmodifiable copy. */
    public SessionPeer {
        chain = List.copyOf(chain);
    }

    Optional<Instant> validUntil() {
        return chain.stream().findFirst().map(leaf -> leaf.getNotAfter().toInstant());
    }
}
