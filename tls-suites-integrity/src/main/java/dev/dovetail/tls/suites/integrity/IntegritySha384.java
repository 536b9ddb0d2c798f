package dev.dovetail.tls.suites.integrity;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** HMAC with SHA-384 in the place of an AEAD (RFC 9150 5 and 6): 48 bytes of key, nonce and tag. */
@AutoService(BulkCipher.class)
public final class IntegritySha384 extends IntegrityAead {

    static final String NAME = "INTEGRITY_SHA384";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public IntegritySha384() {
        super(NAME, "HmacSHA384", 48);
    }
}
