package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;

/** The facts of AEAD_CHACHA20_POLY1305 (RFC 8439 2.8), which are the same whoever computes it. */
abstract class ChaCha20Poly1305Cipher implements AeadCipher {

    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG = 16;

    @Override
    public final String name() {
        return "CHACHA20_POLY1305";
    }

    @Override
    public final int keyLength() {
        return KEY;
    }

    @Override
    public final int nonceLength() {
        return NONCE;
    }

    @Override
    public final int tagLength() {
        return TAG;
    }

    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    /** RFC 8446 5.5: the sequence number wraps before the cipher's own limit is reached. */
    @Override
    public final long recordLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public final int preference() {
        return 10;
    }

    static void checkKey(Secret key) {
        if (key.length() != KEY) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + KEY);
        }
    }

    static void checkNonce(byte[] nonce) {
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + NONCE);
        }
    }
}
