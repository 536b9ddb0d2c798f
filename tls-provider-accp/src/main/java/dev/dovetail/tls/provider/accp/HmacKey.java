package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key whose bytes are in one array only. Choice: {@link #getEncoded} hands out that array and no copy, because ACCP
 * keeps what it gets for as long as its Mac lives, and wipes nothing: so wiping this key wipes ACCP's.
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

    /**
     * A key for ACCP to take instead of another. ACCP 2.5.0 tells the keys of a Mac apart by {@code equals}, which is
     * identity here, while its AES-GCM compares bytes. Choice: a one, so that nothing depends on that: a destroyed key
     * is all zeros, and a key of one zero is the same key to HMAC (RFC 2104 2).
     */
    static HmacKey other(String algorithm) {
        return new HmacKey(new byte[] {1}, algorithm);
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        if (destroyed) throw new IllegalStateException("this key is destroyed");
        return bytes;
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
