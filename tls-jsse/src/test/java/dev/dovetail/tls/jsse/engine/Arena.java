package dev.dovetail.tls.jsse.engine;

import java.nio.ByteBuffer;

/**
 * One big block of memory, of which buffers are slices, as in pooled allocators. Used again for the next call, so
 * that an engine that kept a buffer would find it overwritten.
 */
final class Arena {

    /** Larger than the largest source and the largest destination together. */
    private static final int CAPACITY = 160 * 1024;

    private static final ThreadLocal<Arena> OF_THREAD = ThreadLocal.withInitial(Arena::new);

    private final ByteBuffer heap = ByteBuffer.allocate(CAPACITY);
    private final ByteBuffer direct = ByteBuffer.allocateDirect(CAPACITY);

    private Arena() {}

    static Arena ofThread() {
        return OF_THREAD.get();
    }

    ByteBuffer block(boolean inDirect) {
        return inDirect ? direct : heap;
    }
}
