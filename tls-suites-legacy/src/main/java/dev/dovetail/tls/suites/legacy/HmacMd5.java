package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;

/**
 * HMAC with MD5 (RFC 2104, RFC 5246 A.5), of the JDK. As a MAC it is not broken (RFC 6151 2.3), but no new use is to be
 * made of it; as a hash MD5 is not here at all.
 */
@AutoService(Mac.class)
public final class HmacMd5 implements Mac {

    static final String ALGORITHM = "HmacMD5";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public HmacMd5() {}

    @Override
    public String name() {
        return "HMAC_MD5";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public Availability availability() {
        return SunJce.availability(ALGORITHM, () -> SunJce.mac(ALGORITHM));
    }

    @Override
    public int length() {
        return 16;
    }

    /** RFC 5246 A.6: mac_key_length is as long as the result. */
    @Override
    public int keyLength() {
        return 16;
    }

    @Override
    public int blockLength() {
        return 64;
    }

    @Override
    public int minimumPadding() {
        return 9;
    }

    @Override
    public Keyed keyed(Secret key) {
        try {
            return new KeyedHmacMd5(SunJce.mac(ALGORITHM), LegacyKey.copyOf(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available here", e);
        }
    }
}
