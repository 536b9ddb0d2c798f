package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-384 (RFC 2104, RFC 5289 3). */
@AutoService(Mac.class)
public final class HmacSha384 extends JdkHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public HmacSha384() {
        super("HMAC_SHA384", "HmacSHA384", 48, 128, 17);
    }
}
