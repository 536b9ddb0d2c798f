package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Who can verify the signature on a certificate. */
final class CertificateSignatures {

    private static final List<ProtocolVersion> VERSIONS = List.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

    /** An ECDSA signature as DER has it, which is nobody's: r and s are 1. */
    static final byte[] ONE_AND_ONE = Der.element(
            Der.SEQUENCE, Der.element(Der.INTEGER, new byte[] {1}), Der.element(Der.INTEGER, new byte[] {1}));

    private CertificateSignatures() {}

    /** Whether a scheme says so: one by whose algorithm the certificate is signed, and which the issuer's key fits. */
    static boolean verified(X509Certificate certificate, PublicKey issuer, List<SignatureScheme> schemes) {
        try {
            byte[] content = certificate.getTBSCertificate();
            byte[] signature = certificate.getSignature();
            return schemes.stream()
                    .anyMatch(scheme -> yes(() -> scheme.signed(certificate)
                            && fits(scheme, issuer)
                            && scheme.verifyCertificate(issuer, content, signature)));
        } catch (CertificateEncodingException unreadable) {
            return false;
        }
    }

    /**
     * Whether such signatures are the JDK's business: it has the algorithm, with the providers that are installed, and can
     * compute with the key. Then its verdict and its own rules hold, also where it finds a signature wrong.
     */
    static boolean areTheJdks(X509Certificate certificate, PublicKey issuer) {
        // PSS would need its parameters; every JDK has all of RSA.
        if (issuer instanceof RSAKey) return true;
        return jdkVerifies(certificate.getSigAlgName(), issuer);
    }

    private static boolean jdkVerifies(String algorithm, PublicKey issuer) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(issuer);
            // Curves that the JDK can read but not compute with come to light only now. One that it has makes it say
            // no.
            if (issuer instanceof ECKey) signature.verify(ONE_AND_ONE);
            return true;
        } catch (GeneralSecurityException | RuntimeException unknown) {
            return false;
        }
    }

    /** A scheme's answer. One that breaks down, or misses a class, has not said yes; others are still to be asked. */
    static boolean yes(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }

    /** In any version: a certificate's signature belongs to none (RFC 8446 4.2.3 ties curves to the handshake's). */
    static boolean fits(SignatureScheme scheme, PublicKey key) {
        return VERSIONS.stream().anyMatch(version -> scheme.fits(key, version));
    }
}
