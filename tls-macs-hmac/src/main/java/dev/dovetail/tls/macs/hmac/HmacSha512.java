package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-512 (RFC 2104). */
@AutoService(Mac.class)
public final class HmacSha512 extends JdkHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public HmacSha512() {
        super("HMAC_SHA512", "HmacSHA512", 64, 128, 17);
    }
}
