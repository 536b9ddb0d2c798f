package dev.dovetail.tls.api.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when somebody first asks for it, once, whoever asks; if that fails, the next who asks tries anew. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile @Nullable T value;
    private boolean computing;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? compute() : known;
    }

    private synchronized T compute() {
        T known = value;
        if (known != null) return known;
        if (computing) throw new IllegalStateException("asks for itself");
        computing = true;
        try {
            T computed = source.get();
            value = computed;
            return computed;
        } finally {
            computing = false;
        }
    }
}
