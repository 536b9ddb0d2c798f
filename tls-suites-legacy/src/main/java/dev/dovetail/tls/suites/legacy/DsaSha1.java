package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** dsa_sha1: DSA with SHA-1. */
@AutoService(SignatureScheme.class)
public final class DsaSha1 extends DsaScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DsaSha1() {
        super(0x0202, "dsa_sha1", 160, "SHA1withDSA", "1.2.840.10040.4.3");
    }
}
