package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha384: with a key that X.509 calls rsaEncryption. */
@AutoService(SignatureScheme.class)
public final class RsaPssRsaeSha384 extends RsaPssScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPssRsaeSha384() {
        super(SchemeFacts.pss(0x0805, "rsa_pss_rsae_sha384", OID, 70), "SHA-384", 48, "RSA");
    }
}
