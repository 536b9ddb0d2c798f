package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** dsa_sha512: DSA with SHA-512. */
@AutoService(SignatureScheme.class)
public final class DsaSha512 extends DsaScheme {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DsaSha512() {
        super(0x0602, "dsa_sha512", 512, "SHA512withDSA", "2.16.840.1.101.3.4.3.4");
    }
}
