package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class HmacKey implements SecretKey {

    private final byte[] bytes;
    private final String algorithm;
    private boolean destroyed;

    private HmacKey(byte[] bytes, String algorithm) {
        this.bytes = bytes;
        this.algorithm = algorithm;
    }

    /**
     * Copies the secret, which stays the caller's. HKDF asks for a key of no bytes (RFC 5869 2.2), which the JCA does
     * not promise to take; RFC 2104 2 fills a short key up with zeros, so one zero is the same key.
     */
    static HmacKey copyOf(Secret key, String algorithm) {
        return new HmacKey(key.with(bytes -> bytes.length == 0 ? new byte[1] : bytes.clone()), algorithm);
    }

    /** A key of zeros. */
    static HmacKey blank(String algorithm) {
        return new HmacKey(new byte[1], algorithm);
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
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
