package dev.dovetail.tls.suites.aria;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** ARIA (RFC 5794) in CBC mode with a key of 256 bits, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Aria256Cbc extends AriaCbc {

    static final String NAME = "ARIA_256_CBC";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aria256Cbc() {
        super(NAME, 32);
    }
}
