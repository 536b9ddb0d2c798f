package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key whose bytes are in one array only. Choice: {@link #getEncoded} hands out that array and no copy, because ACCP
 * keeps what it gets for as long as its cipher lives, and wipes nothing: so wiping this key wipes ACCP's.
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

    /**
     * A key for ACCP to take instead of this one. Choice: of ones, since ACCP tells keys apart by their bytes. A
     * destroyed key is all zeros, in ACCP's hands too, so a key of zeros would pass for the same one, and the schedule
     * of the real key would stay.
     */
    AesKey other() {
        byte[] ones = new byte[bytes.length];
        Arrays.fill(ones, (byte) 1);
        return new AesKey(ones);
    }

    @Override
    public String getAlgorithm() {
        return "AES";
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
