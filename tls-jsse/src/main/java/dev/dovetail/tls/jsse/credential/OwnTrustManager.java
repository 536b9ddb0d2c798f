package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.jsse.ReloadingTrustManager;
import dev.dovetail.tls.jsse.algorithm.DisabledAlgorithms;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Dovetail's own verifier as a trust manager: the JDK's PKIX, and the signature schemes of plug-ins where the JDK does
 * not know an algorithm. Within Dovetail it is asked as a verifier; other stacks may use it as any trust manager. For
 * many threads.
 */
public abstract sealed class OwnTrustManager extends X509ExtendedTrustManager
        permits VerifyingTrustManager, ReloadingTrustManager {

    private final Supplier<Trust> source;

    /** For other stacks: a context of Dovetail has its own. */
    private final DisabledAlgorithms disabled = DisabledAlgorithms.read();

    /**
     * Over a source.
     *
     * @param source asked for each peer anew
     */
    protected OwnTrustManager(Supplier<Trust> source) {
        this.source = source;
    }

    /** What is trusted now: another object when that has changed. */
    final Trust now() {
        return source.get();
    }

    final CompletionStage<Verdict> verify(PeerCertificates peer, PlainManagerChecks checks) {
        Trust trust = source.get();
        return trust.verify(peer).thenApply(verdict -> {
            if (!verdict.isAccepted()) return verdict;
            try {
                checks.require(peer, trust.roots());
                return verdict;
            } catch (CertificateException refused) {
                return Verdict.refused(CertificateFaults.of(refused));
            }
        });
    }

    @Override
    public final X509Certificate[] getAcceptedIssuers() {
        return source.get().roots().toArray(X509Certificate[]::new);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        check(chain, Role.SERVER, authType, checks(engine, Role.SERVER));
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        check(chain, Role.SERVER, authType, checks(socket, Role.SERVER));
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, Role.SERVER, authType, PlainManagerChecks.of(disabled));
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        check(chain, Role.CLIENT, authType, checks(engine, Role.CLIENT));
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        check(chain, Role.CLIENT, authType, checks(socket, Role.CLIENT));
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, Role.CLIENT, authType, PlainManagerChecks.of(disabled));
    }

    private void check(X509Certificate[] chain, Role peer, String authType, PlainManagerChecks checks)
            throws CertificateException {
        if (chain == null || chain.length == 0) throw new IllegalArgumentException("an empty chain");
        if (authType == null || authType.isEmpty()) throw new IllegalArgumentException("no authType");
        // Behind the bare name of a server's key stands RSA key transport.
        boolean decrypts = peer == Role.SERVER && authType.equals("RSA");
        PeerCertificates certificates = new PeerCertificates(
                List.of(chain), peer, Optional.empty(), ProtocolVersion.TLS_1_3, decrypts, List.of());
        Optional<TlsFault> refusal =
                verify(certificates, checks).toCompletableFuture().join().refusal();
        if (refusal.isPresent()) {
            throw new CertificateException(refusal.get().getMessage(), refusal.get());
        }
    }

    private PlainManagerChecks checks(@Nullable SSLEngine engine, Role peer) {
        if (engine == null) return PlainManagerChecks.of(disabled);
        return checks(engine.getSSLParameters(), engine.getPeerHost(), peer);
    }

    private PlainManagerChecks checks(@Nullable Socket socket, Role peer) {
        if (!(socket instanceof SSLSocket tls)) return PlainManagerChecks.of(disabled);
        SSLSession handshake = tls.getHandshakeSession();
        return checks(tls.getSSLParameters(), handshake == null ? null : handshake.getPeerHost(), peer);
    }

    private PlainManagerChecks checks(SSLParameters parameters, @Nullable String host, Role peer) {
        Optional<String> identification = peer == Role.CLIENT
                ? Optional.empty()
                : Optional.ofNullable(parameters.getEndpointIdentificationAlgorithm())
                        .filter(name -> !name.isEmpty());
        return new PlainManagerChecks(
                RequestedHosts.of(parameters, host),
                identification,
                Optional.ofNullable(parameters.getAlgorithmConstraints()),
                disabled);
    }
}
