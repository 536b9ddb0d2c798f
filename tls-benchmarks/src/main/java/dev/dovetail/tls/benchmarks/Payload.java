package dev.dovetail.tls.benchmarks;

import java.util.Random;

/** Application data that is the same in each run and shows no pattern. */
final class Payload {

    private Payload() {}

    static byte[] of(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
