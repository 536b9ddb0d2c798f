package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha256. */
@AutoService(SignatureScheme.class)
public final class RsaPkcs1Sha256 extends RsaPkcs1Scheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPkcs1Sha256() {
        super(SchemeFacts.pkcs1(0x0401, "rsa_pkcs1_sha256", "1.2.840.113549.1.1.11", 30), "SHA256withRSA", 19 + 32);
    }
}
