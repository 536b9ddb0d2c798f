package dev.dovetail.tls.handshake;

import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the JDK trusts, once it is asked: for servers that ask no client for a certificate, so that none of them reads
 * the JDK's trust store, which takes as long as a hundred handshakes. For several threads at once.
 */
final class DeferredTrust implements PeerVerifier {

    private volatile @Nullable PeerVerifier trust;

    /** Read twice if two threads are the first, which does no harm. */
    private PeerVerifier trust() {
        PeerVerifier known = trust;
        if (known == null) {
            known = PkixVerifier.systemTrust();
            trust = known;
        }
        return known;
    }

    @Override
    public CompletionStage<Verdict> verify(PeerCertificates peer) {
        return trust().verify(peer);
    }

    @Override
    public List<X500Principal> authorities() {
        return trust().authorities();
    }

    @Override
    public Optional<byte[]> identity() {
        return trust().identity();
    }
}
