package dev.dovetail.tls.net;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lends arrays for bytes of the network to connections that are busy, so that an idle one holds almost nothing. They
 * carry records, which anybody on the path may see, never plaintext.
 */
final class NetArrays {

    /** Room for seven full records: what the JDK moves in one system call. */
    static final int LENGTH = 1 << 17;

    // Choice: 2 MiB are kept at most, for as many connections as are likely to be busy in one moment.
    private static final ArrayBlockingQueue<byte[]> SPARE = new ArrayBlockingQueue<>(16);

    private NetArrays() {}

    static byte[] take() {
        byte @Nullable [] spare = SPARE.poll();
        return spare == null ? new byte[LENGTH] : spare;
    }

    /** The caller must not use the array again. */
    static void give(byte[] array) {
        SPARE.offer(array);
    }
}
