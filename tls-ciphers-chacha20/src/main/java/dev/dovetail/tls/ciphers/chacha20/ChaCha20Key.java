package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class ChaCha20Key implements SecretKey {

    private final byte[] bytes;
    private boolean destroyed;

    private ChaCha20Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the secret, which stays the caller's. */
    static ChaCha20Key copyOf(Secret key) {
        ChaCha20Poly1305Cipher.checkKey(key);
        return new ChaCha20Key(key.with(byte[]::clone));
    }

    /** A key of zeros. */
    static ChaCha20Key blank() {
        return new ChaCha20Key(new byte[ChaCha20Poly1305Cipher.KEY]);
    }

    @Override
    public String getAlgorithm() {
        return "ChaCha20";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy, as the JCA wants it; SunJCE wipes it when it takes another key. */
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
