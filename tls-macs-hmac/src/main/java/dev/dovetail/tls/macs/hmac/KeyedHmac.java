package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HMAC with one key in a JCA Mac, which is keyed once and used again for each message. */
final class KeyedHmac implements Mac.Keyed {

    private final int length;
    private javax.crypto.@Nullable Mac mac;

    /** Takes the key over, and wipes it once the Mac has made its own of it. */
    KeyedHmac(javax.crypto.Mac mac, HmacKey key, int length) throws GeneralSecurityException {
        this.length = length;
        try {
            mac.init(key);
        } finally {
            key.destroy();
        }
        this.mac = mac;
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        open().update(in, offset, length);
    }

    @Override
    public void finish(byte[] out, int offset) {
        Objects.checkFromIndexSize(offset, length, out.length);
        try {
            open().doFinal(out, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }

    /**
     * Drops the key. The JCA can't destroy a Mac's key, but taking a new one makes SunJCE overwrite the old, so the Mac
     * gets a key of zeros before it is dropped.
     */
    @Override
    public void close() {
        javax.crypto.Mac last = mac;
        if (last == null) return;
        mac = null;
        try {
            last.init(HmacKey.blank(last.getAlgorithm()));
        } catch (GeneralSecurityException e) {
            // The provider keeps its copy until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }

    private javax.crypto.Mac open() {
        javax.crypto.Mac ready = mac;
        if (ready == null) throw new IllegalStateException("this MAC is closed");
        return ready;
    }
}
