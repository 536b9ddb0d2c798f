package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha256, with a key that X.509 calls rsaEncryption, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssRsaeSha256 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssRsaeSha256() {
        super(SchemeFacts.pss(0x0804, "rsa_pss_rsae_sha256", OID, 80), "SHA-256", 32, "RSA");
    }
}
