package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Verifies signatures on certificates with the parts that verify those of handshakes, which are several times as fast as
 * the JDK's where BouncyCastle or a native library has them (docs/decisions.md has the figures).
 *
 * <p>The first scheme by whose algorithm a certificate is signed and which the issuer's key fits is asked, then, unless it
 * says that the signature is right, the JDK. So a scheme saves the JDK's work and can refuse nothing: what is wrong is so by
 * the JDK's word, with its exception. What a scheme finds right is accepted, as are the handshakes that it finds right.
 * What no accepted scheme is for, and what the JDK could not compute, is the JDK's alone. For many connections at once.
 */
final class SchemeSignatures {

    private final SignaturesSeen seen = new SignaturesSeen();
    private final JdkCurves jdk = new JdkCurves();

    /**
     * The same path, of certificates that ask here before they ask the JDK, where that is worth it.
     *
     * <p>Choice: worth it are schemes with a {@linkplain SignatureScheme#priority() priority} above 0, that is those whose
     * authors measured them to be faster than others. PKIX copies certificates that are not of the JDK's own class again and
     * again; that costs 5 to 20 µs a link, and would be for nothing where the scheme is the JDK.
     */
    List<X509Certificate> verifying(List<X509Certificate> path, List<SignatureScheme> schemes) {
        List<SignatureScheme> faster = schemes.stream()
                .filter(scheme -> CertificateSignatures.yes(() -> scheme.priority() > 0))
                .toList();
        if (faster.isEmpty()) return path;
        return path.stream().map(certificate -> verifying(certificate, faster)).toList();
    }

    private X509Certificate verifying(X509Certificate certificate, List<SignatureScheme> faster) {
        List<SignatureScheme> able = faster.stream()
                .filter(scheme -> CertificateSignatures.yes(() -> scheme.signed(certificate)))
                .toList();
        return able.isEmpty() ? certificate : new SchemeVerified(certificate, able, this);
    }

    /**
     * Returns if a certificate's signature is right.
     *
     * @param schemes those by whose algorithm it is signed
     * @throws SignatureException if it is wrong; the other exceptions where the JDK can't tell
     */
    void verify(X509Certificate certificate, PublicKey issuer, List<SignatureScheme> schemes)
            throws CertificateException, NoSuchAlgorithmException, InvalidKeyException, NoSuchProviderException,
                    SignatureException {
        if (!isRightByAScheme(certificate, issuer, schemes)) certificate.verify(issuer);
    }

    private boolean isRightByAScheme(X509Certificate certificate, PublicKey issuer, List<SignatureScheme> schemes)
            throws CertificateEncodingException {
        Optional<SignatureScheme> fitting = schemes.stream()
                .filter(scheme -> CertificateSignatures.yes(() -> CertificateSignatures.fits(scheme, issuer)))
                .findFirst();
        // Curves that the JDK reads but can't compute with belong to SchemePath, which is stricter.
        if (fitting.isEmpty() || !CertificateSignatures.yes(() -> jdk.compute(issuer))) return false;
        SignatureScheme scheme = fitting.get();
        byte[] content = certificate.getTBSCertificate();
        byte[] signature = certificate.getSignature();
        return CertificateSignatures.yes(() -> seen.right(
                scheme.name(), issuer, content, signature, () -> scheme.verifyCertificate(issuer, content, signature)));
    }
}
