package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** dsa_sha384: DSA with SHA-384. */
@AutoService(SignatureScheme.class)
public final class DsaSha384 extends DsaScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DsaSha384() {
        super(0x0502, "dsa_sha384", 384, "SHA384withDSA", "2.16.840.1.101.3.4.3.3");
    }
}
