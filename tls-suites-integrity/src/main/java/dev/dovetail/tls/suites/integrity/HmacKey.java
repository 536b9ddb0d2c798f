package dev.dovetail.tls.suites.integrity;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class HmacKey implements SecretKey {

    private final String algorithm;
    private final byte[] bytes;
    private boolean destroyed;

    /** Takes the bytes over. */
    HmacKey(String algorithm, byte[] bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
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
