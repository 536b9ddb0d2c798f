package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * The certificates that a peer sent, parsed.
 *
 * @param certificates leaf first, at least one
 */
public record PeerChain(List<X509Certificate> certificates) {

    // Choice: paths are short, and building one from many certificates costs more than the peer paid for sending them.
    private static final int LONGEST = 10;

    /**
     * Parses them.
     *
     * @param chain DER, leaf first
     * @param accepted the schemes that we accept in certificates
     * @return the chain
     * @throws dev.dovetail.tls.api.TlsFault if one is not a certificate, or signed in a way that we did not offer
     */
    public static PeerChain of(List<byte[]> chain, List<SignatureScheme> accepted) {
        if (chain.size() > LONGEST) {
            throw Fault.CERTIFICATE_INVALID.because(
                    "the chain has %d certificates, at most %d are read", chain.size(), LONGEST);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateReader reader = new CertificateReader(accepted);
        for (byte[] der : chain) certificates.add(parse(reader, der, certificates.size()));
        for (X509Certificate certificate : certificates) {
            if (signatureMatters(certificate, certificates)) refuseUnaccepted(certificate, accepted);
        }
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

    private static X509Certificate parse(CertificateReader reader, byte[] der, int place) {
        try {
            // The JDK's factory takes PEM too, and a longer text around it: only what it would write itself is DER.
            X509Certificate certificate = reader.read(der);
            if (!Arrays.equals(certificate.getEncoded(), der)) throw new CertificateException("not DER");
            return certificate;
        } catch (CertificateException e) {
            throw Fault.CERTIFICATE_MALFORMED
                    .because("certificate %d of the chain: %s", place, e.getMessage())
                    .causedBy(e);
        }
    }

    /**
     * Whose signature we rely on, as far as the list tells: the leaf's, and that of others whose issuer was sent too. The
     * last link, to what we trust, is the verifier's; a self-issued certificate proves nothing by its signature (RFC 8446
     * 4.4.2.2), and certificates off the path are nobody's concern.
     */
    private static boolean signatureMatters(X509Certificate certificate, List<X509Certificate> sent) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        if (issuer.equals(certificate.getSubjectX500Principal())) return false;
        return certificate == sent.get(0)
                || sent.stream()
                        .anyMatch(other -> other.getSubjectX500Principal().equals(issuer));
    }

    private static void refuseUnaccepted(X509Certificate certificate, List<SignatureScheme> accepted) {
        if (accepted.stream().anyMatch(scheme -> scheme.signed(certificate))) return;
        throw Fault.CERTIFICATE_UNFIT.because(
                "%s is signed with %s; accepted in certificates are %s",
                certificate.getSubjectX500Principal(),
                certificate.getSigAlgName(),
                accepted.stream().map(SignatureScheme::name).toList());
    }
}
