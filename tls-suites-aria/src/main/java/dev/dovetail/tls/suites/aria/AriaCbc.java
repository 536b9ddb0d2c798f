package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.CbcCipher;

/** What the ciphers in CBC mode have in common: all but the length of the key. */
abstract class AriaCbc implements CbcCipher {

    private final String name;
    private final int keyLength;

    AriaCbc(String name, int keyLength) {
        this.name = name;
        this.keyLength = keyLength;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    @Override
    public final int keyLength() {
        return keyLength;
    }

    @Override
    public final int blockLength() {
        return Aria.BLOCK;
    }

    @Override
    public final Transform encryptor(Secret key) {
        return new CbcTransform(true, Aria.engine(), Aria.key(key, keyLength));
    }

    @Override
    public final Transform decryptor(Secret key) {
        return new CbcTransform(false, Aria.engine(), Aria.key(key, keyLength));
    }
}
