package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pkcs1_sha384 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPkcs1Sha384 extends AccpRsaPkcs1 {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPkcs1Sha384() {
        super(SchemeFacts.pkcs1(0x0501, "rsa_pkcs1_sha384", "1.2.840.113549.1.1.12", 25), "SHA384withRSA", 19 + 48);
    }
}
