package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class LegacyKey implements SecretKey {

    private final byte[] bytes;
    private final String algorithm;
    private boolean destroyed;

    private LegacyKey(byte[] bytes, String algorithm) {
        this.bytes = bytes;
        this.algorithm = algorithm;
    }

    /** Copies the secret, which stays the caller's. */
    static LegacyKey copyOf(Secret key, String algorithm) {
        // RFC 2104 2 fills a short key up with zeros, so one zero is the same key as none, and the JCA takes it.
        return new LegacyKey(key.with(bytes -> bytes.length == 0 ? new byte[1] : bytes.clone()), algorithm);
    }

    /** A key of zeros. */
    static LegacyKey blank(int length, String algorithm) {
        return new LegacyKey(new byte[length], algorithm);
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
