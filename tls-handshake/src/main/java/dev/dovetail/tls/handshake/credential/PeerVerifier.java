package dev.dovetail.tls.handshake.credential;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.security.auth.x500.X500Principal;

/** Decides whether a peer is who it says. Safe for many connections at once. */
@FunctionalInterface
public interface PeerVerifier {

    /**
     * Judges a peer's certificates. That the peer holds the key of the first one is the handshake's to check, not the
     * verifier's. Runs as a task of the connection, so it may be slow; it may also answer later.
     *
     * @param peer its certificates, and what they have to be good for
     * @return the verdict; a stage that completes exceptionally ends the connection as
     *     {@link dev.dovetail.tls.api.Fault#INTERNAL}, unless the exception is a {@link dev.dovetail.tls.api.TlsFault}
     */
    CompletionStage<Verdict> verify(PeerCertificates peer);

    /**
     * What a server names in its CertificateRequest, so that a client can choose among its certificates (RFC 8446 4.2.4,
     * RFC 5246 7.4.4).
     *
     * @return names of acceptable issuers; empty says nothing about them, and so do more than a message can hold (60 KiB
     *     of encoded names)
     */
    default List<X500Principal> authorities() {
        return List.of();
    }

    /**
     * What tells this verifier from those that may judge otherwise. A client's session is resumed without asking again
     * where the verifiers of both servers say the same here; else the verifier is asked about the chain that was kept.
     *
     * @return the same for verifiers that accept the same chains at all times, and different for others; empty if that
     *     can't be said
     */
    default Optional<byte[]> identity() {
        return Optional.empty();
    }

    /**
     * A verifier that believes everybody. <strong>Insecure</strong>: whoever is on the path can read and change what is
     * sent. For tests, and for connections whose peer is checked by other means.
     *
     * @return a verifier that accepts every chain
     */
    static PeerVerifier insecureAcceptingAnyone() {
        return InsecureVerifier.ACCEPTING_ANYONE;
    }
}
