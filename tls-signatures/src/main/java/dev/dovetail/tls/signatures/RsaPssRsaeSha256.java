package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha256: with a key that X.509 calls rsaEncryption. */
@AutoService(SignatureScheme.class)
public final class RsaPssRsaeSha256 extends RsaPssScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPssRsaeSha256() {
        super(SchemeFacts.pss(0x0804, "rsa_pss_rsae_sha256", OID, 80), "SHA-256", 32, "RSA");
    }
}
