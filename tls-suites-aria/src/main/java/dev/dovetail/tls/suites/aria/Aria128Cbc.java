package dev.dovetail.tls.suites.aria;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** ARIA (RFC 5794) in CBC mode with a key of 128 bits, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Aria128Cbc extends AriaCbc {

    static final String NAME = "ARIA_128_CBC";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aria128Cbc() {
        super(NAME, 16);
    }
}
