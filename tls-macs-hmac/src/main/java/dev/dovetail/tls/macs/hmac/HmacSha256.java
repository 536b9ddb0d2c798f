package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-256 (RFC 2104, RFC 5246 A.5). */
@AutoService(Mac.class)
public final class HmacSha256 extends JdkHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public HmacSha256() {
        super("HMAC_SHA256", "HmacSHA256", 32, 64, 9);
    }
}
