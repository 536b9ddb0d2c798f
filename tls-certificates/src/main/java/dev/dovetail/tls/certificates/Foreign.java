package dev.dovetail.tls.certificates;

import java.io.ByteArrayInputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What the JDK does not have and BouncyCastle's provider does, which is asked itself and never registered. */
final class Foreign {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private Foreign() {}

    /** A certificate, by whoever can read a key of this kind. */
    static X509Certificate certificate(KeyKind kind, byte[] der) throws CertificateException {
        CertificateFactory certificates = kind.foreign()
                ? CertificateFactory.getInstance("X.509", PROVIDER)
                : CertificateFactory.getInstance("X.509");
        return (X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(der));
    }
}
