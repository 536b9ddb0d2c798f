package dev.dovetail.tls.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Many connections at once, each after a handshake and a short message each way, and what they hold. */
final class IdlePairs<C extends AutoCloseable> {

    /** How long the message is. */
    static final int MESSAGE = 64;

    private static final int WARM_UP = 300;

    private final List<C> idle = new ArrayList<>();
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
        Footprint before = Footprint.now();
        for (int i = 0; i < pairs; i++) {
            C connection = connect.call();
            talk.accept(connection);
            idle.add(connection);
        }
        held = Footprint.now().grownSince(before, outsideHeap);
        // They are still there, and still work.
        idle.forEach(talk);
    }

    void count(Held counters) {
        counters.heldBytes += held;
        counters.heldPairs += idle.size();
    }

    void close() throws Exception {
        for (C connection : idle) connection.close();
    }
}
