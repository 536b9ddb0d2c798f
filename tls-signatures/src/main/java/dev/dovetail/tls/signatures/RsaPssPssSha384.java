package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_pss_sha384: with a key that X.509 calls id-RSASSA-PSS. */
@AutoService(SignatureScheme.class)
public final class RsaPssPssSha384 extends RsaPssScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaPssPssSha384() {
        super(SchemeFacts.pss(0x080a, "rsa_pss_pss_sha384", OID, 45), "SHA-384", 48, "RSASSA-PSS");
    }
}
