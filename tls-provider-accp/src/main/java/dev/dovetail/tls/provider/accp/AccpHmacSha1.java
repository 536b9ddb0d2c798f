package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-1 (RFC 2104, RFC 5246 A.5) over ACCP. */
@AutoService(Mac.class)
public final class AccpHmacSha1 extends AccpHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpHmacSha1() {
        super("HMAC_SHA1", "HmacSHA1", 20, 64, 9);
    }
}
