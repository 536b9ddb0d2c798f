package dev.dovetail.tls.suites.aria;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** ARIA (RFC 5794) in GCM with a key of 128 bits and a tag of 16 bytes, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Aria128Gcm extends AriaGcm {

    static final String NAME = "ARIA_128_GCM";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aria128Gcm() {
        super(NAME, 16);
    }
}
