package dev.dovetail.tls.peers.soak;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which connection is which: the client enters each under its port as soon as TCP is connected, before it sends
 * anything, and the server finds it there when something has come. Ports are used again, so the n-th connection that
 * left from a port is the n-th that arrived from it.
 */
final class Ledger {

    private static final int PORTS = 1 << 16;

    private final int[] left = new int[PORTS];
    private final int[] arrived = new int[PORTS];
    private final Map<Passage, Life> lives = new ConcurrentHashMap<>();

    /**
     * One use of a port.
     *
     * @param port the client's
     * @param turn how many there were before it
     */
    record Passage(int port, int turn) {}

    /** The client's thread tells that a connection has left. */
    void enter(int port, Life life) {
        lives.put(new Passage(port, left[port]++), life);
    }

    /** The server's thread tells that one has arrived. */
    Passage arrived(int port) {
        return new Passage(port, arrived[port]++);
    }

    /** Whose it is; only once. */
    Optional<Life> take(Passage passage) {
        return Optional.ofNullable(lives.remove(passage));
    }

    /** Those who left and were never asked for. */
    int size() {
        return lives.size();
    }
}
