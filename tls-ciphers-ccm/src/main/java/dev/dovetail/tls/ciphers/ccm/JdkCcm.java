package dev.dovetail.tls.ciphers.ccm;

import javax.crypto.Cipher;

/** CCM's two halves with one key, and what both directions do with them. For one thread at a time. */
final class JdkCcm implements AutoCloseable {

    private final AesKey key;
    private final CbcMac mac;
    private final CounterMode counter;

    /** Takes the key over. */
    JdkCcm(AesKey key) {
        this(key, JdkAes.cipher(CbcMac.TRANSFORMATION), JdkAes.cipher(CounterMode.TRANSFORMATION));
    }

    /** With ciphers that a test goes on to look at. */
    JdkCcm(AesKey key, Cipher cbc, Cipher ctr) {
        this.key = key;
        mac = new CbcMac(cbc, key);
        counter = new CounterMode(ctr, key);
    }

    /** The MAC of a message, open or closed. */
    CbcMac mac() {
        if (key.isDestroyed()) throw new IllegalStateException("this cipher is closed");
        return mac;
    }

    /** What hides text and tag. */
    CounterMode counter() {
        if (key.isDestroyed()) throw new IllegalStateException("this cipher is closed");
        return counter;
    }

    /** Forgets the key. Closing twice does nothing more. */
    @Override
    public void close() {
        if (key.isDestroyed()) return;
        key.destroy();
        mac.close();
        counter.close();
    }
}
