package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha512, with a key that X.509 calls rsaEncryption, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssRsaeSha512 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssRsaeSha512() {
        super(SchemeFacts.pss(0x0806, "rsa_pss_rsae_sha512", OID, 55), "SHA-512", 64, "RSA");
    }
}
