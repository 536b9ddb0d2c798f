package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of which a test says each extension, signed with SM2. */
final class Sm2Form {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final List<SignatureScheme> SCHEMES = List.of(new Sm2SigSm3());

    private Sm2Form() {}

    /** Without any extension, valid for an hour around now. */
    static X509v3CertificateBuilder of(String name, KeyPair keys, String issuer) {
        long now = System.currentTimeMillis();
        return new X509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                BigInteger.ONE,
                new Date(now - 3_600_000),
                new Date(now + 3_600_000),
                new X500Name("CN=" + name),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    }

    static X509v3CertificateBuilder server(String name, KeyPair keys, String issuer) throws Exception {
        return of(name, keys, issuer)
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, Sm2Party.NAME)));
    }

    static X509v3CertificateBuilder authority(String name, KeyPair keys, String issuer, int below) throws Exception {
        return of(name, keys, issuer).addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
    }

    static X509Certificate signed(X509v3CertificateBuilder form, KeyPair issuer) throws Exception {
        byte[] der = form.build(new JcaContentSignerBuilder("SM3withSM2")
                        .setProvider(PROVIDER)
                        .build(issuer.getPrivate()))
                .getEncoded();
        return new CertificateReader(SCHEMES).read(der);
    }
}
