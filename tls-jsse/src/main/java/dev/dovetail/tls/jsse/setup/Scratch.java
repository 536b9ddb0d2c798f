package dev.dovetail.tls.jsse.setup;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lends arrays of a record's size, where the application's buffers are not arrays or lie in pieces. A connection that waits
 * holds none. For many threads.
 */
public final class Scratch {

    /** The longest record of any version, with its header. */
    public static final int LENGTH = 5 + (1 << 14) + 2048;

    // Choice: as many connections as are likely to be busy in one moment.
    private final ArrayBlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(16);

    Scratch() {}

    /**
     * Lends an array.
     *
     * @return {@link #LENGTH} bytes, to be given back
     */
    public byte[] take() {
        byte @Nullable [] array = spare.poll();
        return array == null ? new byte[LENGTH] : array;
    }

    /**
     * Takes an array back.
     *
     * @param array not to be used any more
     * @param used how many bytes at its beginning may be secret: they are wiped
     */
    public void give(byte[] array, int used) {
        Arrays.fill(array, 0, used, (byte) 0);
        spare.offer(array);
    }
}
