package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha256 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPkcs1Sha256 extends AccpRsaPkcs1 {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPkcs1Sha256() {
        super(SchemeFacts.pkcs1(0x0401, "rsa_pkcs1_sha256", "1.2.840.113549.1.1.11", 30), "SHA256withRSA", 19 + 32);
    }
}
