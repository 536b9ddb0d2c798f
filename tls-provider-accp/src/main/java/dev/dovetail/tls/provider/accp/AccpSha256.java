package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import java.util.OptionalInt;

/** SHA-256 (FIPS 180-4) over ACCP. */
@AutoService(HashAlgorithm.class)
public final class AccpSha256 extends AccpHash {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpSha256() {
        super("SHA256", "SHA-256", 32, new AccpHmacSha256());
    }

    /** HKDF_SHA256 (RFC 9258 10). */
    @Override
    public OptionalInt kdf() {
        return OptionalInt.of(0x0001);
    }
}
