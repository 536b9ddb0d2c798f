package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-1 (RFC 2104, RFC 5246 A.5). */
@AutoService(Mac.class)
public final class HmacSha1 extends JdkHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public HmacSha1() {
        super("HMAC_SHA1", "HmacSHA1", 20, 64, 9);
    }
}
