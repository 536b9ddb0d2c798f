package dev.dovetail.tls.sessions.redis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Events, to be waited for. */
final class Heard<E> implements Consumer<E> {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final LinkedBlockingQueue<E> events = new LinkedBlockingQueue<>();
    private final List<E> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(E event) {
        all.add(event);
        events.add(event);
    }

    /** Everything so far. */
    List<E> all() {
        return all;
    }

    /** Waits for the next event of this kind. */
    <T extends E> T next(Class<T> kind) {
        return next(kind, () -> {});
    }

    /** Waits for the next event of this kind, and meanwhile does something again and again. */
    <T extends E> T next(Class<T> kind, Runnable meanwhile) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - deadline < 0) {
            meanwhile.run();
            E event;
            try {
                event = events.poll(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (kind.isInstance(event)) return kind.cast(event);
        }
        throw new AssertionError("no " + kind.getSimpleName() + " came, but " + all);
    }
}
