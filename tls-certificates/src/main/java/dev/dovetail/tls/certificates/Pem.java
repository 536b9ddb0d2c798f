package dev.dovetail.tls.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The textual form of keys and certificates (RFC 7468). */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String certificates(List<X509Certificate> chain) {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) pem.append(block("CERTIFICATE", certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no encoding", e);
        }
        return pem.toString();
    }

    static String privateKey(PrivateKey key, PublicKey of) {
        return block("PRIVATE KEY", key instanceof ECKey curve ? withPublicKey(key, curve, of) : key.getEncoded());
    }

    /** RFC 5915 3 leaves the public key out if it likes, as the JDK does; GnuTLS does not read such a key. */
    private static byte[] withPublicKey(PrivateKey key, ECKey curve, PublicKey of) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
            ECPrivateKey bare = ECPrivateKey.getInstance(info.parsePrivateKey());
            ECPrivateKey whole = new ECPrivateKey(
                    curve.getParams().getOrder().bitLength(),
                    bare.getKey(),
                    SubjectPublicKeyInfo.getInstance(of.getEncoded()).getPublicKeyData(),
                    null);
            return new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), whole).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key of " + key.getAlgorithm() + " has no usual encoding", e);
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
