package dev.dovetail.tls.record;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;

/** Stands where a suite names its hash, which records never need. */
record UnusedHash() implements HashAlgorithm {

    @Override
    public String name() {
        return "SHA256";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int length() {
        throw new UnsupportedOperationException("records need no hash");
    }

    @Override
    public Hash start() {
        throw new UnsupportedOperationException("records need no hash");
    }

    @Override
    public Mac hmac() {
        throw new UnsupportedOperationException("records need no hash");
    }
}
