package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_pss_sha384, with a key that X.509 calls id-RSASSA-PSS, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssPssSha384 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssPssSha384() {
        super(SchemeFacts.pss(0x080a, "rsa_pss_pss_sha384", OID, 45), "SHA-384", 48, "RSASSA-PSS");
    }
}
