package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_pss_sha256: with a key that X.509 calls id-RSASSA-PSS. */
@AutoService(SignatureScheme.class)
public final class RsaPssPssSha256 extends RsaPssScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPssPssSha256() {
        super(SchemeFacts.pss(0x0809, "rsa_pss_pss_sha256", OID, 50), "SHA-256", 32, "RSASSA-PSS");
    }
}
