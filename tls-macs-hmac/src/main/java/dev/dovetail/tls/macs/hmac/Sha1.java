package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;

/** SHA-1 (FIPS 180-4), which TLS needs inside HMAC only. */
@AutoService(HashAlgorithm.class)
public final class Sha1 extends JdkHash {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sha1() {
        super("SHA1", "SHA-1", 20, new HmacSha1());
    }
}
