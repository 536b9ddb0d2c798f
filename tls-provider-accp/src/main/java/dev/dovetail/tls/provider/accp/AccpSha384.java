package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import java.util.OptionalInt;

/** SHA-384 (FIPS 180-4) over ACCP. */
@AutoService(HashAlgorithm.class)
public final class AccpSha384 extends AccpHash {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpSha384() {
        super("SHA384", "SHA-384", 48, new AccpHmacSha384());
    }

    /** HKDF_SHA384 (RFC 9258 10). */
    @Override
    public OptionalInt kdf() {
        return OptionalInt.of(0x0002);
    }
}
