package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.certificates.KeyKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Somebody with a key and a certificate, who issues others, also such as no authority should.
 *
 * @param algorithm what it signs with
 */
record Party(String name, KeyPair keys, String algorithm, X509Certificate certificate) {

    static final String HOST = "server.test";
    static final long SERIAL = 0x0123_4567_89ab_cdefL;

    /** A trusted one, with a fresh key. */
    static Party root(KeyKind kind, String algorithm) {
        return root(kind.generate(), algorithm);
    }

    static Party root(KeyPair keys, String algorithm) {
        return new Party("Root", keys, algorithm, null).authority("Root", keys, algorithm, Integer.MAX_VALUE);
    }

    /** One below this, with a fresh key of a kind. */
    Party intermediate(String other, KeyKind kind, String signing) {
        return authority(other, kind.generate(), signing, Integer.MAX_VALUE);
    }

    /** One below this, with at most so many below itself; and perhaps another extension. */
    Party authority(String other, KeyPair own, String signing, int below, Extra... extras) {
        BasicConstraints constraints =
                below == Integer.MAX_VALUE ? new BasicConstraints(true) : new BasicConstraints(below);
        X509v3CertificateBuilder draft = draft(other, own, new Extra(Extension.basicConstraints, constraints));
        for (Extra extra : extras) extra.addTo(draft);
        return new Party(other, own, signing, issue(draft, algorithm));
    }

    /** A server's certificate. */
    X509Certificate leaf(KeyPair own) {
        return leaf(own, algorithm);
    }

    X509Certificate leaf(KeyPair own, String signing) {
        return issue(leafDraft(own), signing);
    }

    X509v3CertificateBuilder leafDraft(KeyPair own) {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, HOST));
        return draft("Server", own, new Extra(Extension.subjectAlternativeName, names));
    }

    static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    private X509v3CertificateBuilder draft(String subject, KeyPair own, Extra extra) {
        Instant now = Instant.now();
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + name),
                BigInteger.valueOf(SERIAL),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(9, ChronoUnit.DAYS)),
                new X500Name("CN=" + subject),
                own.getPublic());
        extra.addTo(draft);
        return draft;
    }

    private X509Certificate issue(X509v3CertificateBuilder draft, String signing) {
        try {
            ContentSigner signer = new JcaContentSignerBuilder(signing).build(keys.getPrivate());
            return read(draft.build(signer).getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalArgumentException("can't be issued", e);
        }
    }

    /** A critical extension. */
    record Extra(ASN1ObjectIdentifier oid, ASN1Encodable value) {

        private void addTo(X509v3CertificateBuilder draft) {
            try {
                draft.addExtension(oid, true, value);
            } catch (IOException e) {
                throw new IllegalArgumentException("can't be encoded", e);
            }
        }
    }
}
