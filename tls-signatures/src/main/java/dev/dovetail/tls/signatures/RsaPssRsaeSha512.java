package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_rsae_sha512: with a key that X.509 calls rsaEncryption. */
@AutoService(SignatureScheme.class)
public final class RsaPssRsaeSha512 extends RsaPssScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPssRsaeSha512() {
        super(SchemeFacts.pss(0x0806, "rsa_pss_rsae_sha512", OID, 55), "SHA-512", 64, "RSA");
    }
}
