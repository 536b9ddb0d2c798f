package dev.dovetail.tls.provider.accp;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * One cipher of ACCP with one key and one direction, used again for each record. For one thread at a time; any thread
 * may close it, once or more often. Whoever has the cipher in hand has it alone: if it is closed while a record is made,
 * that record is finished with its key, and then the key is wiped by the thread that made it.
 */
final class KeyedGcm implements AutoCloseable {

    private static final byte[] ANYTHING = new byte[1];

    private final int mode;
    private final AesKey key;
    private NonceParameters next = new NonceParameters();
    private NonceParameters last = new NonceParameters();
    private final AtomicReference<@Nullable Cipher> idle;
    private volatile boolean closed;

    /** Takes the key over. */
    KeyedGcm(int mode, Cipher cipher, AesKey key) {
        this.mode = mode;
        this.idle = new AtomicReference<>(cipher);
        this.key = key;
    }

    /**
     * The cipher, ready for one record; the caller gives it back with {@link #end}. The same key object each time is
     * what lets ACCP keep the key schedule.
     *
     * @throws java.security.InvalidAlgorithmParameterException if it is to encrypt with the last nonce again
     */
    Cipher begin(byte[] nonce) throws GeneralSecurityException {
        Cipher ready = idle.getAndSet(null);
        if (ready == null) {
            throw new IllegalStateException(
                    closed ? "this cipher is closed" : "this cipher is in use: it is for one thread at a time");
        }
        boolean begun = false;
        try {
            ready.init(mode, key, next.with(nonce));
            begun = true;
        } finally {
            if (!begun) end(ready);
        }
        // Only now: a nonce that was refused is not the one that ACCP holds.
        NonceParameters used = next;
        next = last;
        last = used;
        return ready;
    }

    /** Takes the cipher back after a record, whether that worked or not. */
    void end(Cipher used) {
        idle.set(used);
        // Closed meanwhile: whoever closed it found nothing to wipe.
        if (closed) close();
    }

    /**
     * Wipes the key, ours and ACCP's, which are one array. The key schedule is in native memory, which ACCP gives back,
     * wiped, when it is done with a message under a new key: so it gets one.
     */
    @Override
    public void close() {
        closed = true;
        Cipher dropped = idle.getAndSet(null);
        if (dropped == null) return;
        key.destroy();
        try {
            dropped.init(Cipher.ENCRYPT_MODE, key.other(), new NonceParameters());
            dropped.updateAAD(ANYTHING);
            dropped.doFinal();
        } catch (GeneralSecurityException | RuntimeException e) {
            // The schedule stays until the cipher is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }
}
