package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/**
 * A trust manager as the verifier of one connection.
 *
 * @param manager judges
 * @param asker on whose behalf
 * @param progress shows the manager the handshake that asks
 * @param context tells the contexts apart whose managers judge
 * @param plain what a manager leaves undone that is not an extended one
 */
public record TrustManagerVerifier(
        X509TrustManager manager, Asker asker, HandshakeProgress progress, byte[] context, PlainManagerChecks plain)
        implements PeerVerifier {

    @Override
    public CompletionStage<Verdict> verify(PeerCertificates peer) {
        peer.handshake().ifPresent(facts -> progress.reached(facts, peer.chain()));
        if (manager instanceof OwnTrustManager own) return own.verify(peer, plain);
        try {
            check(peer);
            return CompletableFuture.completedFuture(Verdict.accepted());
        } catch (CertificateException refused) {
            return CompletableFuture.completedFuture(Verdict.refused(CertificateFaults.of(refused)));
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** Nobody knows what a trust manager says elsewhere: only sessions of the same context pass without asking it again. */
    @Override
    public Optional<byte[]> identity() {
        return Optional.of(context.clone());
    }

    @Override
    public List<X500Principal> authorities() {
        return acceptedIssuers().stream()
                .map(X509Certificate::getSubjectX500Principal)
                .distinct()
                .toList();
    }

    private List<X509Certificate> acceptedIssuers() {
        return Arrays.asList(Optional.ofNullable(manager.getAcceptedIssuers()).orElseGet(() -> new X509Certificate[0]));
    }

    private void check(PeerCertificates peer) throws CertificateException {
        X509Certificate[] chain = peer.chain().toArray(X509Certificate[]::new);
        String authType = AuthTypes.of(peer);
        boolean server = peer.peer() == Role.SERVER;
        if (manager instanceof X509ExtendedTrustManager extended) {
            if (server) asker.checkServer(extended, chain, authType);
            else asker.checkClient(extended, chain, authType);
            return;
        }
        if (server) manager.checkServerTrusted(chain, authType);
        else manager.checkClientTrusted(chain, authType);
        plain.require(peer, acceptedIssuers());
    }
}
