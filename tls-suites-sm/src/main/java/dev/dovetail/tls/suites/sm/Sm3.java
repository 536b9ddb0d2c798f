package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;

/** SM3 (GB/T 32905-2016): a hash of 32 bytes over blocks of 64. */
@AutoService(HashAlgorithm.class)
public final class Sm3 implements HashAlgorithm {

    static final int LENGTH = 32;

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sm3() {}

    @Override
    public String name() {
        return "SM3";
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
        return LENGTH;
    }

    @Override
    public Hash start() {
        return new Sm3Hash();
    }

    @Override
    public Mac hmac() {
        return new HmacSm3();
    }
}
