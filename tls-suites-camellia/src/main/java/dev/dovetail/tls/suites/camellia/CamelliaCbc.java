package dev.dovetail.tls.suites.camellia;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;

/** What the ciphers in CBC mode have in common: all but the length of the key. */
abstract class CamelliaCbc extends CamelliaCipher implements CbcCipher {

    CamelliaCbc(String name, int keyLength) {
        super(name, keyLength);
    }

    @Override
    public final int blockLength() {
        return Camellia.BLOCK;
    }

    @Override
    public final Transform encryptor(Secret key) {
        return new CbcTransform(true, Camellia.engine(), Camellia.key(key, keyLength()));
    }

    @Override
    public final Transform decryptor(Secret key) {
        return new CbcTransform(false, Camellia.engine(), Camellia.key(key, keyLength()));
    }
}
