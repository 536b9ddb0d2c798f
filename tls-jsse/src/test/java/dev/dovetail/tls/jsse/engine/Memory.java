package dev.dovetail.tls.jsse.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What kind of buffers a caller gives. */
enum Memory {
    /** Arrays of their own. */
    HEAP,
    /** Windows, by position and limit, on one array for source and destination. */
    HEAP_WINDOW,
    /** Windows on buffers of the other byte order, which is nothing to bytes. */
    LITTLE_ENDIAN,
    /** Slices of one array for source and destination: what Netty's pooled arenas give. */
    SHARED_ARRAY,
    /** The same outside of the heap. */
    DIRECT,
    /** From an array to direct memory. */
    HEAP_TO_DIRECT,
    /** From direct memory to an array. */
    DIRECT_TO_HEAP,
    /** A source whose array can't be had. */
    READ_ONLY,
    /** A read-only source outside of the heap. */
    READ_ONLY_DIRECT,
    /** Several buffers, some empty, within an array that has nulls around them. */
    SCATTERED,
    /** The same with every second buffer outside of the heap, and read-only sources. */
    SCATTERED_MIXED;

    /** Untouched bytes around each buffer. */
    static final int GUARD = 16;

    private static final int[] PIECES = {0, 1, 0, 7, 64, 0, 0, 5, 1024, 3, 16_384};

    boolean scattered() {
        return this == SCATTERED || this == SCATTERED_MIXED;
    }

    /** The kinds that the stack takes: the JDK's decrypts in place, and fails where it may not. */
    static Stream<Memory> kinds() {
        return Stream.of(values()).filter(memory -> Stack.strict() || !memory.readOnly());
    }

    private boolean readsDirect() {
        return this == DIRECT || this == DIRECT_TO_HEAP || this == READ_ONLY_DIRECT;
    }

    private boolean writesDirect() {
        return this == DIRECT || this == HEAP_TO_DIRECT || this == READ_ONLY_DIRECT;
    }

    private boolean readOnly() {
        return this == READ_ONLY || this == READ_ONLY_DIRECT || this == SCATTERED_MIXED;
    }

    /** A buffer with these bytes remaining, to read from. */
    ByteBuffer source(byte[] bytes, int from, int length) {
        if (this == HEAP) return ByteBuffer.wrap(java.util.Arrays.copyOfRange(bytes, from, from + length));
        ByteBuffer source = region(readsDirect(), GUARD, length);
        source.duplicate().put(bytes, from, length);
        return readOnly() ? source.asReadOnlyBuffer() : source;
    }

    /** A buffer with so much room, behind a source of a length. */
    ByteBuffer destination(int sourceLength, int room) {
        if (this == HEAP) return ByteBuffer.allocate(room);
        return region(writesDirect(), sourceLength + 2 * GUARD, room);
    }

    private ByteBuffer region(boolean direct, int at, int length) {
        ByteBuffer block = Arena.ofThread().block(direct);
        for (int i = 0; i < GUARD; i++) {
            block.put(at - GUARD + i, guard(i)).put(at + length + i, guard(i));
        }
        if (this == HEAP_WINDOW || this == LITTLE_ENDIAN) {
            ByteBuffer window = block.duplicate().position(at).limit(at + length);
            return this == HEAP_WINDOW ? window : window.order(ByteOrder.LITTLE_ENDIAN);
        }
        return block.slice(at, length);
    }

    private static byte guard(int i) {
        return (byte) (0xA0 + i);
    }

    /** Whether nobody wrote around a buffer that was made here, at a place of the block. */
    boolean guarded(boolean source, int sourceLength, int length) {
        if (this == HEAP) return true;
        ByteBuffer block = Arena.ofThread().block(source ? readsDirect() : writesDirect());
        int at = source ? GUARD : sourceLength + 2 * GUARD;
        for (int i = 0; i < GUARD; i++) {
            if (block.get(at - GUARD + i) != guard(i) || block.get(at + length + i) != guard(i)) return false;
        }
        return true;
    }

    /** Cuts a buffer into pieces that share its bytes, one null before them and two behind. */
    ByteBuffer[] pieces(ByteBuffer whole) {
        List<ByteBuffer> pieces = new ArrayList<>();
        pieces.add(null);
        int at = whole.position();
        for (int i = 0; at < whole.limit() || i < 4; i++) {
            int length = Math.min(PIECES[i % PIECES.length], whole.limit() - at);
            pieces.add(piece(whole, at, length, i));
            at += length;
        }
        pieces.add(ByteBuffer.allocate(0));
        pieces.add(null);
        pieces.add(null);
        return pieces.toArray(ByteBuffer[]::new);
    }

    private ByteBuffer piece(ByteBuffer whole, int at, int length, int index) {
        // Half of them begin at 0, half have a position.
        if (index % 2 == 0) return whole.slice(at, length);
        return whole.duplicate().limit(at + length).position(at);
    }
}
