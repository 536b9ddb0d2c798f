package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether a server believes the certificates that the client of a session showed to another server, which may have
 * trusted others: servers that share ticket keys need not share that.
 *
 * @param config whose verifier is asked
 */
public record PeerJudge(ServerConfig config) {

    /**
     * Whether the verifier has to be asked: not where it is the same that was asked before.
     *
     * @param session what the client brought
     * @return false also where there are no certificates
     */
    public boolean isAsked(Session session) {
        if (session.peer().chain().isEmpty()) return false;
        Optional<byte[]> own = config.verifier().identity();
        return own.isEmpty() || !Arrays.equals(own.get(), session.peer().judge());
    }

    /**
     * Asks; may be slow.
     *
     * @param session what the client brought
     * @param facts what is settled
     * @return never exceptional; false if a full handshake has to show who the client is
     */
    public CompletionStage<Boolean> accepts(Session session, HandshakeFacts facts) {
        PeerCertificates peer = new PeerCertificates(
                session.peer().chain(),
                Role.CLIENT,
                Optional.empty(),
                session.version(),
                false,
                List.of(),
                config.selection().certificates(),
                Optional.of(facts));
        try {
            return config.verifier()
                    .verify(peer)
                    .thenApply(verdict -> verdict.refusal().isEmpty())
                    .exceptionally(broken -> false);
        } catch (RuntimeException broken) {
            return CompletableFuture.completedFuture(false);
        }
    }
}
