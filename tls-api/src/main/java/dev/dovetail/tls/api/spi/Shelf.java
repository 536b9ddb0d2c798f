package dev.dovetail.tls.api.spi;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few idle objects of a provider that are dear to find and cheap to use again: a {@code javax.crypto.Mac}, say, whose
 * look-up allocates more than a whole key derivation. What finds no place is left to the collector. For a part to hold;
 * for many threads at once, none of which ever waits.
 *
 * <p>Whoever puts an object here must have made it forget its secrets, and may not use it any more.
 *
 * @param <T> what is kept
 */
public final class Shelf<T> {

    // Choice: more than one thread at a time is seldom between two uses of one algorithm, and idle objects cost memory.
    private static final int PLACES = 8;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

    /** An empty shelf. */
    public Shelf() {}

    /**
     * Takes an object away.
     *
     * @return the caller's alone; null if there is none
     */
    public @Nullable T take() {
        for (int i = 0; i < PLACES; i++) {
            if (places.getPlain(i) == null) continue;
            T found = places.getAndSet(i, null);
            if (found != null) return found;
        }
        return null;
    }

    /**
     * Puts an object back, for the next who takes one.
     *
     * @param idle without secrets, not used any more by the caller
     */
    public void put(T idle) {
        for (int i = 0; i < PLACES; i++) {
            if (places.getPlain(i) == null && places.compareAndSet(i, null, idle)) return;
        }
    }
}
