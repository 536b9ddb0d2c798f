package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.ServerNames;
import java.security.AlgorithmConstraints;
import java.security.CryptoPrimitive;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is checked behind a trust manager that knows nothing of the connection: the server's name, if the application
 * wants it identified, and the application's own constraints on algorithms. The JDK does the same behind such managers.
 *
 * @param host that the application wanted to reach
 * @param identification HTTPS or LDAPS; empty if the name is not to be checked
 * @param constraints what the application forbids
 */
public record PlainManagerChecks(
        Optional<String> host, Optional<String> identification, Optional<AlgorithmConstraints> constraints) {

    /** Where nothing is known of the connection. */
    static final PlainManagerChecks NONE = new PlainManagerChecks(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Set<CryptoPrimitive> SIGNATURE = EnumSet.of(CryptoPrimitive.SIGNATURE);

    void require(PeerCertificates peer) throws CertificateException {
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
        if (host.isEmpty()) {
            throw new CertificateException("the server is to be identified by " + identification.orElseThrow()
                    + ", but no host was named when the connection was made");
        }
        if (!ServerNames.matches(leaf, host.get())) {
            throw new CertificateException(
                    "the certificate is not for " + host.get() + " but for " + ServerNames.of(leaf) + " (RFC 9525)");
        }
    }
}
