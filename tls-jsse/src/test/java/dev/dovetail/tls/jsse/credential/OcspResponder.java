package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.KeyPair;
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
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority that says which of its certificates it has revoked. */
final class OcspResponder {

    private final KeyPair keys = KeyKind.EC_P256.generate();
    private final Authority authority = Authority.create("root")
            .intermediate(Request.server("responder")
                    .withoutPurposes()
                    .withoutKeyUses()
                    .key(KeyKind.EC_P256, keys));

    Authority authority() {
        return authority;
    }

    byte[] response(X509Certificate certificate, boolean revoked) throws Exception {
        X509CertificateHolder issuer = new JcaX509CertificateHolder(authority.certificate());
        DigestCalculator digest =
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        CertificateID id = new CertificateID(digest, issuer, certificate.getSerialNumber());
        Date now = new Date();
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(
                new X500Name(authority.certificate().getSubjectX500Principal().getName())));
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
                                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()),
                                new X509CertificateHolder[] {issuer},
                                now))
                .getEncoded();
    }
}
