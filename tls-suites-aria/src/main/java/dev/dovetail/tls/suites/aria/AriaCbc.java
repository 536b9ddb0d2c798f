package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;

/** What the ciphers in CBC mode have in common: all but the length of the key. */
abstract class AriaCbc extends AriaCipher implements CbcCipher {

    AriaCbc(String name, int keyLength) {
        super(name, keyLength);
    }

    @Override
    public final int blockLength() {
        return Aria.BLOCK;
    }

    @Override
    public final Transform encryptor(Secret key) {
        return new CbcTransform(true, Aria.engine(), Aria.key(key, keyLength()));
    }

    @Override
    public final Transform decryptor(Secret key) {
        return new CbcTransform(false, Aria.engine(), Aria.key(key, keyLength()));
    }
}
