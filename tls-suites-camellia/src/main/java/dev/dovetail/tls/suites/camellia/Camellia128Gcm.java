package dev.dovetail.tls.suites.camellia;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** Camellia (RFC 3713) in GCM with a key of 128 bits and a tag of 16 bytes, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Camellia128Gcm extends CamelliaGcm {

    static final String NAME = "CAMELLIA_128_GCM";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Camellia128Gcm() {
        super(NAME, 16);
    }
}
