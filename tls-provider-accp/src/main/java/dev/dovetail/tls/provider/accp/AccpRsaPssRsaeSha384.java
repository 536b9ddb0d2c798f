package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha384, with a key that X.509 calls rsaEncryption, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssRsaeSha384 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssRsaeSha384() {
        super(SchemeFacts.pss(0x0805, "rsa_pss_rsae_sha384", OID, 70), "SHA-384", 48, "RSA");
    }
}
