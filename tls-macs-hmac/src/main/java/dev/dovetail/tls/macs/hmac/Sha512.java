package dev.dovetail.tls.macs.hmac;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;

/** SHA-512 (FIPS 180-4). */
@AutoService(HashAlgorithm.class)
public final class Sha512 extends JdkHash {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sha512() {
        super("SHA512", "SHA-512", 64, new HmacSha512());
    }
}
