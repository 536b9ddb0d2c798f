package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-512 (RFC 2104) over ACCP. */
@AutoService(Mac.class)
public final class AccpHmacSha512 extends AccpHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpHmacSha512() {
        super("HMAC_SHA512", "HmacSHA512", 64, 128, 17);
    }
}
