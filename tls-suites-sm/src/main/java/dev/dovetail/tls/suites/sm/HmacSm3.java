package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Mac;

/** HMAC with SM3 (RFC 2104). */
@AutoService(Mac.class)
public final class HmacSm3 implements Mac {

    static final int BLOCK = 64;

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public HmacSm3() {}

    @Override
    public String name() {
        return "HMAC_SM3";
    }

    @Override
    public String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public Availability availability() {
        return BouncyCastle.availability();
    }

    @Override
    public int length() {
        return Sm3.LENGTH;
    }

    @Override
    public int keyLength() {
        return Sm3.LENGTH;
    }

    @Override
    public int blockLength() {
        return BLOCK;
    }

    /** One byte of marker and eight of length, as SHA-256 has them. */
    @Override
    public int minimumPadding() {
        return 9;
    }

    @Override
    public Keyed keyed(Secret key) {
        return new KeyedHmacSm3(key);
    }
}
