package dev.dovetail.tls.api.catalog.broken;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;

/** A part that does not know whether it works. */
public final class ThrowsInAvailability implements HashAlgorithm {

    @Override
    public String name() {
        return "BROKEN_HASH";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public Availability availability() {
        throw new IllegalStateException("the card is not inserted");
    }

    @Override
    public int length() {
        return 32;
    }

    @Override
    public Hash start() {
        throw new AssertionError("nobody may use it");
    }

    @Override
    public Mac hmac() {
        throw new AssertionError("nobody may use it");
    }
}
