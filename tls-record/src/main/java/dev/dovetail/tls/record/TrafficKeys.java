package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;

/**
 * The keys of one direction. It owns its secrets; a protection copies from them what it needs, so they are closed as
 * soon as the protection is made.
 *
 * @param macKey the MAC's key in TLS 1.2; of length 0 where there is no MAC
 * @param key the cipher's key; of length 0 for NULL
 * @param iv the fixed part of the nonce; of length 0 for CBC and stream ciphers
 */
public record TrafficKeys(Secret macKey, Secret key, Secret iv) implements AutoCloseable {

    /**
     * Keys without a MAC's: TLS 1.3, or an AEAD of TLS 1.2.
     *
     * @param key the cipher's key
     * @param iv the fixed part of the nonce
     * @return the keys, which own both
     */
    public static TrafficKeys aead(Secret key, Secret iv) {
        return new TrafficKeys(Secret.of(new byte[0]), key, iv);
    }

    /** Closes all three secrets. */
    @Override
    public void close() {
        macKey.close();
        key.close();
        iv.close();
    }
}
