package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Reads certificates: the JDK does, and where it can't make out the key inside, a signature scheme that knows such keys.
 * Immutable, safe for several threads.
 */
public final class CertificateReader {

    private final List<SignatureScheme> schemes;

    /**
     * A reader that asks these schemes what the JDK does not know.
     *
     * @param schemes those that are accepted in certificates; may be empty
     */
    public CertificateReader(Collection<? extends SignatureScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /**
     * Reads one certificate.
     *
     * @param der its bytes and nothing else; not modified
     * @return the certificate, whose key is there
     * @throws CertificateException if it is not one, or nobody here knows its kind of key
     */
    public X509Certificate read(byte[] der) throws CertificateException {
        try {
            X509Certificate certificate = byTheJdk(der);
            // Asked for now, because some of the JDK's keys are made only then.
            certificate.getPublicKey();
            return certificate;
        } catch (CertificateException | RuntimeException unknown) {
            // Some keys and extensions make the JDK's parser throw what it does not declare.
            return CertificateWithKey.read(der, schemes)
                    .orElseThrow(() -> new CertificateException(unknown.getMessage(), unknown));
        }
    }

    /** Whether the JDK can read a certificate, whoever read it here. */
    static boolean isTheJdks(X509Certificate certificate) {
        if (certificate instanceof CertificateWithKey) return false;
        try {
            byTheJdk(certificate.getEncoded());
            return true;
        } catch (CertificateException | RuntimeException unknown) {
            return false;
        }
    }

    static X509Certificate byTheJdk(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
