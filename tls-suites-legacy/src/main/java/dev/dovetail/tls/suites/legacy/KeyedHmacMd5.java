package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HMAC with one key in a JCA Mac, which is keyed once and used again for each message. */
final class KeyedHmacMd5 implements Mac.Keyed {

    private javax.crypto.@Nullable Mac mac;

    /** Takes the key over, and wipes it once the Mac has made its own of it. */
    KeyedHmacMd5(javax.crypto.Mac mac, LegacyKey key) throws GeneralSecurityException {
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
        javax.crypto.Mac ready = open();
        Objects.checkFromIndexSize(offset, ready.getMacLength(), out.length);
        try {
            ready.doFinal(out, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-MD5 failed", e);
        }
    }

    /** Drops the key: a key of zeros makes SunJCE overwrite the old one. */
    @Override
    public void close() {
        javax.crypto.Mac last = mac;
        if (last == null) return;
        mac = null;
        try {
            last.init(LegacyKey.blank(1, HmacMd5.ALGORITHM));
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
