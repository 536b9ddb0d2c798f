package dev.dovetail.tls.suites.camellia;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** Camellia (RFC 3713) in CBC mode with a key of 128 bits, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Camellia128Cbc extends CamelliaCbc {

    static final String NAME = "CAMELLIA_128_CBC";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Camellia128Cbc() {
        super(NAME, 16);
    }
}
