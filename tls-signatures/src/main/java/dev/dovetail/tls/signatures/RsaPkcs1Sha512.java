package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha512. */
@AutoService(SignatureScheme.class)
public final class RsaPkcs1Sha512 extends RsaPkcs1Scheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPkcs1Sha512() {
        super(SchemeFacts.pkcs1(0x0601, "rsa_pkcs1_sha512", "1.2.840.113549.1.1.13", 20), "SHA512withRSA", 19 + 64);
    }
}
