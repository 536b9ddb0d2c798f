package dev.dovetail.tls.handshake.credential;

import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What an authority says of one of its certificates (RFC 6960), signed by itself. */
final class OcspAnswer {

    private OcspAnswer() {}

    static byte[] of(Party authority, X509Certificate certificate, boolean revoked) throws Exception {
        X509CertificateHolder issuer = new JcaX509CertificateHolder(authority.certificate());
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                issuer,
                certificate.getSerialNumber());
        Date now = new Date();
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(new X500Name("CN=" + authority.name())));
        builder.addResponse(
                id,
                revoked ? new RevokedStatus(now, 1) : CertificateStatus.GOOD,
                now,
                new Date(now.getTime() + 3_600_000),
                null);
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(authority.algorithm())
                                        .build(authority.keys().getPrivate()),
                                new X509CertificateHolder[] {issuer},
                                now))
                .getEncoded();
    }
}
