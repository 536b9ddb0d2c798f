package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** dsa_sha256: DSA with SHA-256. */
@AutoService(SignatureScheme.class)
public final class DsaSha256 extends DsaScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DsaSha256() {
        super(0x0402, "dsa_sha256", 256, "SHA256withDSA", "2.16.840.1.101.3.4.3.2");
    }
}
