package dev.dovetail.tls.suites.camellia;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** Camellia (RFC 3713) in CBC mode with a key of 256 bits, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Camellia256Cbc extends CamelliaCbc {

    static final String NAME = "CAMELLIA_256_CBC";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Camellia256Cbc() {
        super(NAME, 32);
    }
}
