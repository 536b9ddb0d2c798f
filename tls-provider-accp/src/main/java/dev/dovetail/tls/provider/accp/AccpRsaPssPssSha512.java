package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** rsa_pss_pss_sha512, with a key that X.509 calls id-RSASSA-PSS, over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpRsaPssPssSha512 extends AccpRsaPss {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaPssPssSha512() {
        super(SchemeFacts.pss(0x080b, "rsa_pss_pss_sha512", OID, 40), "SHA-512", 64, "RSASSA-PSS");
    }
}
