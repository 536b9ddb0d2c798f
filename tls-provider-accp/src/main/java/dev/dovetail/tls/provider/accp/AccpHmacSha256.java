package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-256 (RFC 2104) over ACCP. */
@AutoService(Mac.class)
public final class AccpHmacSha256 extends AccpHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpHmacSha256() {
        super("HMAC_SHA256", "HmacSHA256", 32, 64, 9);
    }
}
