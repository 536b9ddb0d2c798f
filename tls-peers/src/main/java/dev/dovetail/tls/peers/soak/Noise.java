package dev.dovetail.tls.peers.soak;

import java.nio.ByteBuffer;
import java.util.Random;

/** Random bytes without end, the same ones for the same seed: what clients send and want back. Immutable. */
final class Noise {

    // A prime, so that data which is shifted by a usual length does not look right.
    private static final int PERIOD = 1_048_573;

    private final byte[] bytes = new byte[PERIOD];

    Noise(long seed) {
        new Random(seed).nextBytes(bytes);
    }

    /** The bytes from a position on: at least one, at most so many; read-only. */
    ByteBuffer from(long position, int most) {
        int begin = (int) (position % PERIOD);
        return ByteBuffer.wrap(bytes, begin, Math.min(most, PERIOD - begin))
                .slice()
                .asReadOnlyBuffer();
    }

    /** Whether these are the bytes from a position on; what is in the buffer stays there. */
    boolean matches(long position, ByteBuffer data) {
        int done = 0;
        while (done < data.remaining()) {
            ByteBuffer wanted = from(position + done, data.remaining() - done);
            if (!wanted.equals(data.slice(data.position() + done, wanted.remaining()))) return false;
            done += wanted.remaining();
        }
        return true;
    }
}
