package dev.dovetail.tls.suites.aria;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** ARIA (RFC 5794) in GCM with a key of 256 bits and a tag of 16 bytes, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Aria256Gcm extends AriaGcm {

    static final String NAME = "ARIA_256_GCM";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aria256Gcm() {
        super(NAME, 32);
    }
}
