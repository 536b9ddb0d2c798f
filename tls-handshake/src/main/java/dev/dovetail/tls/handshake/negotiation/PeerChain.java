package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates that a peer sent, parsed.
 *
 * @param certificates leaf first, at least one
 */
public record PeerChain(List<X509Certificate> certificates) {

    /**
     * Parses them.
     *
     * @param chain DER, leaf first
     * @param accepted the schemes that we accept in certificates
     * @return the chain
     * @throws dev.dovetail.tls.api.TlsFault if one is not a certificate, or signed in a way that we did not offer
     */
    public static PeerChain of(List<byte[]> chain, List<SignatureScheme> accepted) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : chain) certificates.add(parse(der, certificates.size()));
        for (X509Certificate certificate : certificates) refuseUnaccepted(certificate, accepted);
        return new PeerChain(List.copyOf(certificates));
    }

    /**
     * The key of the leaf.
     *
     * @return the key that signs the handshake
     */
    public PublicKey key() {
        return certificates.get(0).getPublicKey();
    }

    private static X509Certificate parse(byte[] der, int place) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (in.available() > 0) throw new CertificateException(in.available() + " trailing bytes");
            return certificate;
        } catch (CertificateException e) {
            throw Fault.CERTIFICATE_MALFORMED
                    .because("certificate %d of the chain: %s", place, e.getMessage())
                    .causedBy(e);
        }
    }

    /** RFC 8446 4.4.2.2: a self-signed one need not be of an accepted scheme, since its signature is not validated. */
    private static void refuseUnaccepted(X509Certificate certificate, List<SignatureScheme> accepted) {
        if (certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) return;
        if (accepted.stream().anyMatch(scheme -> scheme.signed(certificate))) return;
        throw Fault.CERTIFICATE_UNFIT.because(
                "%s is signed with %s; accepted in certificates are %s",
                certificate.getSubjectX500Principal(),
                certificate.getSigAlgName(),
                accepted.stream().map(SignatureScheme::name).toList());
    }
}
