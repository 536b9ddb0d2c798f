package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class AesKey implements SecretKey {

    private final byte[] bytes;
    private boolean destroyed;

    private AesKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the secret, which stays the caller's. */
    static AesKey copyOf(Secret key, int length) {
        if (key.length() != length) {
            throw new IllegalArgumentException("the key has " + key.length() + " bytes, not " + length);
        }
        return new AesKey(key.with(byte[]::clone));
    }

    /** A key of zeros, as long as this one. */
    AesKey blank() {
        return new AesKey(new byte[bytes.length]);
    }

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy, as the JCA wants it; SunJCE wipes it after use. */
    @Override
    public byte[] getEncoded() {
        if (destroyed) throw new IllegalStateException("this key is destroyed");
        return bytes.clone();
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }
}
