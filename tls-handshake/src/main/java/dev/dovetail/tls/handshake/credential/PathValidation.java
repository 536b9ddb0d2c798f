package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Finds and validates the path from a peer's certificate to a trusted one.
 *
 * <p>Choice: the JDK's "PKIX" trust manager decides, not a CertPathValidator of our own. Both run the same validation, but
 * only through the trust manager do {@code usage TLSServer} of the disabled algorithms and the JDK's list of distrusted
 * authorities come in: no public API gives these to a CertPathValidator.
 */
final class PathValidation {

    private final Set<TrustAnchor> anchors;
    private final Optional<Instant> at;
    private final Optional<PKIXRevocationChecker> revocation;
    private final Optional<X509TrustManager> shared;
    private final SchemeSignatures signatures = new SchemeSignatures();

    /**
     * A validation that many connections share.
     *
     * @param at when certificates have to be valid; empty for now
     * @throws IllegalArgumentException if the roots are not fit to be trust anchors
     */
    PathValidation(List<X509Certificate> roots, Optional<Instant> at, Optional<PKIXRevocationChecker> revocation) {
        // Those that it can't read would spoil the others for the JDK.
        this.anchors = roots.stream()
                .filter(CertificateReader::isTheJdks)
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toUnmodifiableSet());
        this.at = at;
        this.revocation = revocation;
        // Stapled responses are given to the JDK with the parameters, so with them each peer needs a manager of its
        // own.
        this.shared = revocation.isPresent() || anchors.isEmpty() ? Optional.empty() : Optional.of(manager(Map.of()));
    }

    /** The reason why there is no valid path; empty if there is one. */
    Optional<TlsFault> refusal(PeerCertificates peer) {
        List<X509Certificate> chain =
                peer.chain().stream().filter(CertificateReader::isTheJdks).toList();
        if (anchors.isEmpty() || !chain.contains(peer.leaf())) {
            return Optional.of(new TlsFault(
                    Fault.CERTIFICATE_UNTRUSTED,
                    "the certificate of " + CertificateText.subject(peer.leaf()) + " was issued by "
                            + CertificateText.issuer(peer.leaf()) + ", and "
                            + (anchors.isEmpty()
                                    ? "no trusted certificate has a key that the JDK knows"
                                    : "the JDK does not know its kind of key")));
        }
        X509TrustManager manager = shared.orElseGet(() -> manager(stapled(peer)));
        try {
            check(manager, peer, chain);
            return Optional.empty();
        } catch (CertificateException asSent) {
            Optional<List<X509Certificate>> built = chain.size() > 1 ? build(chain) : Optional.empty();
            if (built.isEmpty()) return Optional.of(diagnosis().explain(chain, asSent));
            try {
                check(manager, peer, built.get());
                return Optional.empty();
            } catch (CertificateException asBuilt) {
                return Optional.of(diagnosis().explain(built.get(), asBuilt));
            }
        }
    }

    private void check(X509TrustManager manager, PeerCertificates peer, List<X509Certificate> path)
            throws CertificateException {
        X509Certificate[] chain = signatures.verifying(path, peer.schemes()).toArray(new X509Certificate[0]);
        // The JDK derives from this word which key usage to ask for; UNKNOWN is what it says itself in TLS 1.3.
        String use = peer.keyEncipherment() ? "RSA" : "UNKNOWN";
        if (peer.peer() == Role.SERVER) {
            manager.checkServerTrusted(chain, use);
        } else {
            manager.checkClientTrusted(chain, use);
        }
    }

    /**
     * A path from what was sent, whatever its order. The trust manager builds one itself, but not where the names are in
     * order and the keys are not, as with an outdated root at the end whose name the trusted one kept.
     */
    private Optional<List<X509Certificate>> build(List<X509Certificate> sent) {
        try {
            PKIXBuilderParameters parameters = parameters();
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(sent.get(0));
            parameters.setTargetCertConstraints(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            List<? extends Certificate> path = CertPathBuilder.getInstance("PKIX")
                    .build(parameters)
                    .getCertPath()
                    .getCertificates();
            return Optional.of(path.stream().map(X509Certificate.class::cast).toList());
        } catch (GeneralSecurityException noPath) {
            return Optional.empty();
        }
    }

    private X509TrustManager manager(Map<X509Certificate, byte[]> stapled) {
        try {
            PKIXBuilderParameters parameters = parameters();
            revocation.ifPresent(configured -> {
                PKIXRevocationChecker checker = configured.clone();
                if (!stapled.isEmpty()) checker.setOcspResponses(stapled);
                parameters.addCertPathChecker(checker);
            });
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) return x509;
            }
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("these roots can't be used: " + unfit.getMessage(), unfit);
        }
        throw new IllegalStateException("this JDK's PKIX trust manager is not for X.509");
    }

    private PKIXBuilderParameters parameters() throws InvalidAlgorithmParameterException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
        parameters.setRevocationEnabled(false);
        at.map(Date::from).ifPresent(parameters::setDate);
        return parameters;
    }

    private Map<X509Certificate, byte[]> stapled(PeerCertificates peer) {
        Map<X509Certificate, byte[]> responses =
                revocation.map(PKIXRevocationChecker::getOcspResponses).orElseGet(java.util.HashMap::new);
        int last = Math.min(peer.chain().size(), peer.ocspResponses().size());
        for (int i = 0; i < last; i++) {
            byte[] response = peer.ocspResponses().get(i);
            if (response.length > 0) responses.putIfAbsent(peer.chain().get(i), response);
        }
        return responses;
    }

    private PathDiagnosis diagnosis() {
        return new PathDiagnosis(anchors, at.orElseGet(Instant::now));
    }
}
