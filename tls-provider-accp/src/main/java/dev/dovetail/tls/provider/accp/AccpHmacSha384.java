package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SHA-384 (RFC 2104) over ACCP. */
@AutoService(Mac.class)
public final class AccpHmacSha384 extends AccpHmac {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpHmacSha384() {
        super("HMAC_SHA384", "HmacSHA384", 48, 128, 17);
    }
}
