package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha512 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPkcs1Sha512 extends AccpRsaPkcs1 {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPkcs1Sha512() {
        super(SchemeFacts.pkcs1(0x0601, "rsa_pkcs1_sha512", "1.2.840.113549.1.1.13", 20), "SHA512withRSA", 19 + 64);
    }
}
