package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha1. */
@AutoService(SignatureScheme.class)
public final class RsaPkcs1Sha1 extends RsaPkcs1Scheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPkcs1Sha1() {
        super(
                SchemeFacts.pkcs1(0x0201, "rsa_pkcs1_sha1", "1.2.840.113549.1.1.5", 0)
                        .overSha1(),
                "SHA1withRSA",
                15 + 20);
    }
}
