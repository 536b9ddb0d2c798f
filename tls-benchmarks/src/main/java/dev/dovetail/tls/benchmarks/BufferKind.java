package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;

/** Where the bytes lie that go through an {@code SSLEngine}: copies between the two kinds cost time. */
public enum BufferKind {
    /** Arrays. */
    HEAP("heap") {
        @Override
        ByteBuffer allocate(int bytes) {
            return ByteBuffer.allocate(bytes);
        }
    },
    /** Outside the heap, where native stacks want them. */
    DIRECT("direct") {
        @Override
        ByteBuffer allocate(int bytes) {
            return ByteBuffer.allocateDirect(bytes);
        }
    };

    private final String label;

    BufferKind(String label) {
        this.label = label;
    }

    abstract ByteBuffer allocate(int bytes);

    /** A buffer of this kind that holds these bytes, ready to be read. */
    ByteBuffer holding(byte[] bytes) {
        return allocate(bytes.length).put(bytes).flip();
    }

    /** For a table. */
    @Override
    public String toString() {
        return label;
    }
}
