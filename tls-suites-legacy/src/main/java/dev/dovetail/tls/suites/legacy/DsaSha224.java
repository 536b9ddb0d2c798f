package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** dsa_sha224: DSA with SHA-224. */
@AutoService(SignatureScheme.class)
public final class DsaSha224 extends DsaScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DsaSha224() {
        super(0x0302, "dsa_sha224", 224, "SHA224withDSA", "2.16.840.1.101.3.4.3.1");
    }
}
