package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real AEAD that remembers the keys it was handed.
 *
 * @param real does the work
 * @param keys every key so far
 */
record WatchedAead(AeadCipher real, List<Secret> keys) implements AeadCipher {

    WatchedAead(AeadCipher real) {
        this(real, new CopyOnWriteArrayList<>());
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public String implementation() {
        return "watched";
    }

    @Override
    public int preference() {
        return real.preference();
    }

    @Override
    public int keyLength() {
        return real.keyLength();
    }

    @Override
    public int nonceLength() {
        return real.nonceLength();
    }

    @Override
    public int tagLength() {
        return real.tagLength();
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return real.tls12Nonce();
    }

    @Override
    public long recordLimit() {
        return real.recordLimit();
    }

    @Override
    public Sealer sealer(Secret key) {
        keys.add(key);
        return real.sealer(key);
    }

    @Override
    public Opener opener(Secret key) {
        keys.add(key);
        return real.opener(key);
    }
}
