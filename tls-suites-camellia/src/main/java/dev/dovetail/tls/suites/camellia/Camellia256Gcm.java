package dev.dovetail.tls.suites.camellia;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** Camellia (RFC 3713) in GCM with a key of 256 bits and a tag of 16 bytes, computed by BouncyCastle. */
@AutoService(BulkCipher.class)
public final class Camellia256Gcm extends CamelliaGcm {

    static final String NAME = "CAMELLIA_256_GCM";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Camellia256Gcm() {
        super(NAME, 32);
    }
}
