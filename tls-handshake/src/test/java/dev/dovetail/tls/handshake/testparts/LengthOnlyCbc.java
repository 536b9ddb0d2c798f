package dev.dovetail.tls.handshake.testparts;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;

/**
 * A CBC cipher that only has lengths: for cutting key blocks.
 *
 * @param keyLength bytes of a key
 */
public record LengthOnlyCbc(int keyLength) implements CbcCipher {

    @Override
    public String name() {
        return "LENGTH_ONLY_CBC";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int blockLength() {
        return 16;
    }

    @Override
    public Transform encryptor(Secret key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transform decryptor(Secret key) {
        throw new UnsupportedOperationException();
    }
}
