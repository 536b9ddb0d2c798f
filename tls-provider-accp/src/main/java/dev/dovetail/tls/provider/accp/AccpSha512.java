package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;

/** SHA-512 (FIPS 180-4) over ACCP. */
@AutoService(HashAlgorithm.class)
public final class AccpSha512 extends AccpHash {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpSha512() {
        super("SHA512", "SHA-512", 64, new AccpHmacSha512());
    }
}
