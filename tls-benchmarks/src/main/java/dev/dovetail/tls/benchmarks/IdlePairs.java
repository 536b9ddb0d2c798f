package dev.dovetail.tls.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Many connections at once, each after a handshake and a short message each way, and what they hold: what the process grows
 * by while the second half of them is added to the first. By then there is all that connections share, which grows with the
 * first ones only: caches and code on the heap, and beside it the arenas that memory is taken from. So both the heap and what
 * lies beside it are read at the same two moments.
 */
final class IdlePairs<C extends AutoCloseable> {

    /** How long the message is. */
    static final int MESSAGE = 64;

    private static final int WARM_UP = 300;

    private final List<C> idle;
    private final int counted;
    private final long held;

    /**
     * Connects, and measures.
     *
     * @param pairs how many
     * @param outsideHeap whether memory beside the heap counts too
     * @param connect makes one connection
     * @param talk sends a message each way
     */
    IdlePairs(int pairs, boolean outsideHeap, Callable<C> connect, Consumer<C> talk) throws Exception {
        // Classes, code and caches that all connections share.
        for (int i = 0; i < Math.min(pairs, WARM_UP); i++) {
            try (C first = connect.call()) {
                talk.accept(first);
            }
        }
        // An array that grows would count for those that make it grow.
        idle = new ArrayList<>(pairs);
        int half = pairs / 2;
        add(half, connect, talk);
        Footprint before = Footprint.now();
        counted = pairs - half;
        add(counted, connect, talk);
        held = Footprint.now().grownSince(before, outsideHeap);
        // They are still there, and still work.
        idle.forEach(talk);
    }

    private void add(int pairs, Callable<C> connect, Consumer<C> talk) throws Exception {
        for (int i = 0; i < pairs; i++) {
            C connection = connect.call();
            talk.accept(connection);
            idle.add(connection);
        }
    }

    void count(Held counters) {
        counters.heldBytes += held;
        counters.heldPairs += counted;
    }

    void close() throws Exception {
        for (C connection : idle) connection.close();
    }
}
