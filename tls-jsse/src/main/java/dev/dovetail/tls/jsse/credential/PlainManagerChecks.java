package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.ServerNames;
import dev.dovetail.tls.jsse.algorithm.DisabledAlgorithms;
import java.security.AlgorithmConstraints;
import java.security.CryptoPrimitive;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is checked behind a trust manager that knows nothing of the connection: the server's name, if the application
 * wants it identified, the application's own constraints on algorithms, and {@code jdk.tls.disabledAlgorithms}. The JDK
 * does the same behind such managers, and its own ones do it by themselves.
 *
 * @param hosts that the application wanted: the name that is asked of the server, and whom it connects to; as with the JDK
 *     either will do
 * @param identification HTTPS or LDAPS; empty if the name is not to be checked
 * @param constraints what the application forbids
 * @param disabled what the security property forbids
 */
public record PlainManagerChecks(
        List<String> hosts,
        Optional<String> identification,
        Optional<AlgorithmConstraints> constraints,
        DisabledAlgorithms disabled) {

    /** Both compare names as RFC 9525 says. */
    private static final List<String> IDENTIFICATIONS = List.of("HTTPS", "LDAPS");

    private static final Set<CryptoPrimitive> SIGNATURE = EnumSet.of(CryptoPrimitive.SIGNATURE);

    /** Where nothing is known of the connection. */
    static PlainManagerChecks of(DisabledAlgorithms disabled) {
        return new PlainManagerChecks(List.of(), Optional.empty(), Optional.empty(), disabled);
    }

    void require(PeerCertificates peer, Collection<X509Certificate> trusted) throws CertificateException {
        disabled.require(peer, trusted);
        for (X509Certificate certificate : peer.chain()) requirePermitted(certificate);
        if (peer.peer() == Role.SERVER && identification.isPresent()) requireName(peer.leaf());
    }

    private void requirePermitted(X509Certificate certificate) throws CertificateException {
        boolean permitted = constraints
                .map(limits -> limits.permits(SIGNATURE, certificate.getSigAlgName(), null)
                        && limits.permits(SIGNATURE, certificate.getPublicKey()))
                .orElse(true);
        if (!permitted) {
            throw new CertificateException("the application's constraints forbid the certificate of "
                    + certificate.getSubjectX500Principal() + ", signed with " + certificate.getSigAlgName());
        }
    }

    private void requireName(X509Certificate leaf) throws CertificateException {
        String algorithm = identification.orElseThrow();
        if (IDENTIFICATIONS.stream().noneMatch(algorithm::equalsIgnoreCase)) {
            throw new CertificateException("the server is to be identified by " + algorithm
                    + ", which nobody knows here: endpointIdentificationAlgorithm may be one of " + IDENTIFICATIONS);
        }
        if (hosts.isEmpty()) {
            throw new CertificateException("the server is to be identified by " + algorithm
                    + ", but no host was named when the connection was made");
        }
        if (hosts.stream().noneMatch(host -> ServerNames.matches(leaf, host))) {
            throw new CertificateException("the certificate is not for " + String.join(" or ", hosts) + " but for "
                    + ServerNames.of(leaf) + " (RFC 9525)");
        }
    }
}
