package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * HMAC with one key in a JCA Mac, which is keyed once and used again for each message. For one thread at a time; any
 * thread may close it, once or more often. Whoever has the Mac in hand has it alone: if it is closed meanwhile, the
 * thread that uses it wipes the key when it is done.
 */
final class KeyedHmac implements Mac.Keyed {

    private final int length;
    private final HmacKey key;
    private final AtomicReference<javax.crypto.@Nullable Mac> idle;
    private volatile boolean closed;

    /** Takes the key over, which ACCP reads when the first message comes. */
    KeyedHmac(javax.crypto.Mac mac, HmacKey key, int length) throws GeneralSecurityException {
        this.length = length;
        this.key = key;
        this.idle = new AtomicReference<>(mac);
        try {
            mac.init(key);
        } catch (GeneralSecurityException e) {
            key.destroy();
            throw e;
        }
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        javax.crypto.Mac ready = begin();
        try {
            ready.update(in, offset, length);
        } finally {
            end(ready);
        }
    }

    @Override
    public void finish(byte[] out, int offset) {
        Objects.checkFromIndexSize(offset, length, out.length);
        javax.crypto.Mac ready = begin();
        try {
            ready.doFinal(out, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        } finally {
            end(ready);
        }
    }

    /**
     * Wipes the key, ours and ACCP's, which are one array. What ACCP worked out of it is written over when the first
     * message under another key is done: so it gets one.
     */
    @Override
    public void close() {
        closed = true;
        javax.crypto.Mac dropped = idle.getAndSet(null);
        if (dropped == null) return;
        key.destroy();
        try {
            dropped.init(HmacKey.other(dropped.getAlgorithm()));
            dropped.doFinal();
        } catch (GeneralSecurityException | RuntimeException e) {
            // ACCP keeps it until it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }

    /** The Mac, for one call; {@link #end} takes it back. */
    javax.crypto.Mac begin() {
        javax.crypto.Mac ready = idle.getAndSet(null);
        if (ready != null) return ready;
        throw new IllegalStateException(
                closed ? "this MAC is closed" : "this MAC is in use: it is for one thread at a time");
    }

    void end(javax.crypto.Mac used) {
        idle.set(used);
        // Closed meanwhile: whoever closed it found nothing to wipe.
        if (closed) close();
    }
}
