package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Bytes that look random and are the same in every run, so that a failure comes back. */
final class Sample {

    /** Around the edges of blocks, of what libraries buffer, and of a record's 2^14 bytes. */
    static final int[] SIZES = {
        0, 1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 8191, 8192, 8193,
        16383, 16384, 16385, 16640
    };

    private Sample() {}

    static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Secret secret(long seed, int length) {
        return Secret.of(bytes(seed, length));
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** All positions of a short array, evenly spread ones of a long array, the last one always. */
    static int[] positions(int length, int most) {
        int step = Math.max(1, length / most);
        IntStream spread = IntStream.iterate(0, at -> at < length, at -> at + step);
        return IntStream.concat(spread, IntStream.of(length - 1))
                .filter(at -> at >= 0)
                .distinct()
                .toArray();
    }
}
