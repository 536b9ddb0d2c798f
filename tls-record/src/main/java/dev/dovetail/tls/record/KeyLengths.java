package dev.dovetail.tls.record;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Mac;

/**
 * How many bytes of key material one direction needs: what TLS 1.2 cuts its key block by (RFC 5246 6.3), and TLS 1.3
 * expands (RFC 8446 7.3).
 *
 * @param mac length of the MAC's key in bytes
 * @param key length of the cipher's key in bytes
 * @param iv length of the fixed part of the nonce in bytes
 */
public record KeyLengths(int mac, int key, int iv) {

    /** What the explicit part of a nonce leaves to each record (RFC 5288 3). */
    static final int EXPLICIT_NONCE = 8;

    /**
     * The lengths for TLS 1.2. Encrypt-then-MAC does not change them (RFC 7366 3).
     *
     * @param suite the suite with its parts
     * @return the lengths; {@code iv} is 0 for CBC and stream ciphers, whose records carry an IV or need none
     */
    public static KeyLengths tls12(UsableSuite suite) {
        int iv = 0;
        if (suite.cipher() instanceof AeadCipher aead) {
            // RFC 5288 3: each record carries the last eight bytes; RFC 7905 2: the whole nonce comes from the key
            // block.
            iv = aead.tls12Nonce() == AeadCipher.Tls12Nonce.EXPLICIT
                    ? aead.nonceLength() - EXPLICIT_NONCE
                    : aead.nonceLength();
        }
        int mac = suite.mac().map(Mac::keyLength).orElse(0);
        return new KeyLengths(mac, suite.cipher().keyLength(), iv);
    }

    /**
     * The lengths for TLS 1.3.
     *
     * @param suite the suite with its parts
     * @return the lengths; {@code mac} is 0
     * @throws IllegalArgumentException if the suite's cipher is no AEAD
     */
    public static KeyLengths tls13(UsableSuite suite) {
        if (!(suite.cipher() instanceof AeadCipher aead)) {
            throw new IllegalArgumentException(suite + " has no AEAD, so TLS 1.3 can't use it");
        }
        return new KeyLengths(0, aead.keyLength(), aead.nonceLength());
    }
}
