package dev.dovetail.tls.provider.accp;

import java.security.PrivateKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A private key as ACCP has it, or the answer that ACCP can't have it. For many threads: each holds it while it computes,
 * and closes it then, once; the last one to let go destroys it. So a key that is dropped while somebody signs with it
 * lives until the signature is made.
 */
final class TakenKey implements AutoCloseable {

    private final Optional<PrivateKey> own;
    private final boolean owned;
    private final AtomicInteger holders = new AtomicInteger(1);

    private TakenKey(Optional<PrivateKey> own, boolean owned) {
        this.own = own;
        this.owned = owned;
    }

    /** A key that was made for us, and is to be destroyed with the last holder. The caller is the first. */
    static TakenKey owned(PrivateKey own) {
        return new TakenKey(Optional.of(own), true);
    }

    /** A key that ACCP uses as it is, and that stays its owner's. */
    static TakenKey borrowed(PrivateKey key) {
        return new TakenKey(Optional.of(key), false);
    }

    /** For a key that ACCP can't take over. */
    static TakenKey refused() {
        return new TakenKey(Optional.empty(), false);
    }

    /** What to give to ACCP; empty if the original has to be used where it lives. Valid until this is closed. */
    Optional<PrivateKey> key() {
        return own;
    }

    /** Holds it once more, unless its last holder has let it go. */
    boolean hold() {
        for (int known = holders.get(); known > 0; known = holders.get()) {
            if (holders.compareAndSet(known, known + 1)) return true;
        }
        return false;
    }

    /** Lets it go, once for each time that it was held. */
    @Override
    public void close() {
        if (holders.decrementAndGet() > 0 || !owned) return;
        AccpPair.destroy(own.orElseThrow());
    }
}
