package dev.dovetail.tls.ciphers.ccm;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key for the JCA that can be wiped. Choice: not a {@link javax.crypto.spec.SecretKeySpec}, whose {@code destroy}
 * refuses and leaves the bytes where they are.
 */
final class AesKey implements SecretKey {

    private final byte[] bytes;
    private boolean destroyed;

    /** Takes the array over. */
    AesKey(byte[] bytes) {
        this.bytes = bytes;
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
        if (destroyed) throw new IllegalStateException("this cipher is closed");
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
