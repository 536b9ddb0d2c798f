package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.security.auth.x500.X500Principal;

/**
 * Refuses chains that are too long to be honest, before somebody looks for a path in them.
 *
 * @param most certificates in a chain
 * @param verifier judges the others
 */
public record ChainLimit(int most, PeerVerifier verifier) implements PeerVerifier {

    @Override
    public CompletionStage<Verdict> verify(PeerCertificates peer) {
        int count = peer.chain().size();
        if (count <= most) return verifier.verify(peer);
        return CompletableFuture.completedFuture(Verdict.refused(
                Fault.CERTIFICATE_INVALID,
                "the peer sent " + count + " certificates, and " + most
                        + " are the most (jdk.tls.maxCertificateChainLength)"));
    }

    @Override
    public Optional<byte[]> identity() {
        return verifier.identity();
    }

    @Override
    public List<X500Principal> authorities() {
        return verifier.authorities();
    }
}
