package dev.dovetail.tls.suites.integrity;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** HMAC with SHA-256 in the place of an AEAD (RFC 9150 5 and 6): 32 bytes of key, nonce and tag. */
@AutoService(BulkCipher.class)
public final class IntegritySha256 extends IntegrityAead {

    static final String NAME = "INTEGRITY_SHA256";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public IntegritySha256() {
        super(NAME, "HmacSHA256", 32);
    }
}
