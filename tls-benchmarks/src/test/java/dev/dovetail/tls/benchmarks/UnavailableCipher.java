package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;

/** A cipher like another, by somebody who can't work here. */
record UnavailableCipher(AeadCipher like, String reason) implements AeadCipher {

    @Override
    public String name() {
        return like.name();
    }

    @Override
    public String implementation() {
        return "Elsewhere";
    }

    @Override
    public Availability availability() {
        return Availability.unavailable(reason);
    }

    @Override
    public int keyLength() {
        return like.keyLength();
    }

    @Override
    public int nonceLength() {
        return like.nonceLength();
    }

    @Override
    public int tagLength() {
        return like.tagLength();
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return like.tls12Nonce();
    }

    @Override
    public long recordLimit() {
        return like.recordLimit();
    }

    @Override
    public Sealer sealer(Secret key) {
        throw new IllegalStateException(reason);
    }

    @Override
    public Opener opener(Secret key) {
        throw new IllegalStateException(reason);
    }
}
