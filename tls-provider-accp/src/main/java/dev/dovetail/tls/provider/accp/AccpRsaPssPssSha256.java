package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_pss_sha256, with a key that X.509 calls id-RSASSA-PSS, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssPssSha256 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssPssSha256() {
        super(SchemeFacts.pss(0x0809, "rsa_pss_pss_sha256", OID, 50), "SHA-256", 32, "RSASSA-PSS");
    }
}
