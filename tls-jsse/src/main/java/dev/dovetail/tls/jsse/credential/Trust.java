package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Whom a trust manager of ours trusts. Immutable, for many threads.
 *
 * @param roots trusted certificates
 * @param verifier judges by them, whatever the server's name; empty where nobody is trusted
 */
public record Trust(List<X509Certificate> roots, Optional<PkixVerifier> verifier) {

    /**
     * Trusts these certificates.
     *
     * @param roots perhaps none
     * @return the trust
     * @throws IllegalArgumentException if one can't be a trust anchor
     */
    public static Trust of(Collection<X509Certificate> roots) {
        return of(roots, UnaryOperator.identity());
    }

    /** Trusts these certificates, by a verifier with more of its own. */
    static Trust of(Collection<X509Certificate> roots, UnaryOperator<PkixVerifier> more) {
        List<X509Certificate> distinct = List.copyOf(new LinkedHashSet<>(roots));
        return new Trust(
                distinct,
                distinct.isEmpty()
                        ? Optional.empty()
                        : Optional.of(more.apply(PkixVerifier.trusting(distinct).insecureAnyName())));
    }

    CompletionStage<Verdict> verify(PeerCertificates peer) {
        return verifier.map(pkix -> pkix.verify(peer))
                .orElseGet(() -> CompletableFuture.completedFuture(Verdict.refused(
                        Fault.CERTIFICATE_UNTRUSTED,
                        "nobody is trusted here: the trust manager was made without a trusted certificate")));
    }
}
