package dev.dovetail.tls.suites.aegis;

import java.util.Arrays;

/**
 * Eight blocks of AES side by side, cut into bits: plane p has bit p of every byte. In a plane each of the 16 bytes of a
 * block has its place, and within it each block its lane, which is one bit. So what is done to a plane is done to all
 * bytes of all blocks, by operations that take the same time for all values.
 *
 * <p>A plane is two words: bytes 0 to 7, and 8 to 15. For one thread at a time.
 */
final class Lanes {

    static final int BITS = 8;

    /** Lane 0 of each byte. */
    private static final long ONES = 0x0101010101010101L;

    final long[] low = new long[BITS];
    final long[] high = new long[BITS];

    /** XORs a block into a lane. */
    void add(int lane, long first, long second) {
        for (int bit = 0; bit < BITS; bit++) {
            low[bit] ^= (first >>> bit & ONES) << lane;
            high[bit] ^= (second >>> bit & ONES) << lane;
        }
    }

    /** The first eight bytes of a lane's block. */
    long first(int lane) {
        return block(low, lane);
    }

    /** The other eight. */
    long second(int lane) {
        return block(high, lane);
    }

    private static long block(long[] planes, int lane) {
        long word = 0;
        for (int bit = 0; bit < BITS; bit++) word |= lane0(planes[bit] >>> lane) << bit;
        return word;
    }

    /** What of a plane's word is in lane 0. */
    static long lane0(long word) {
        return word & ONES;
    }

    /** Takes another one's blocks. */
    void set(Lanes other) {
        System.arraycopy(other.low, 0, low, 0, BITS);
        System.arraycopy(other.high, 0, high, 0, BITS);
    }

    /** Makes all blocks zero. */
    void clear() {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
    }
}
