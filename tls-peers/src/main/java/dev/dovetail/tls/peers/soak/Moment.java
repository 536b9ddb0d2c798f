package dev.dovetail.tls.peers.soak;

import java.util.Random;

/** When a client disturbs its connection. */
enum Moment {
    /** TCP is connected, nothing was sent. */
    BEFORE_HELLO,
    /** Some milliseconds later: in the handshake mostly, wherever it is. */
    SOON,
    /** Data is on its way in both directions. */
    AMID_DATA,
    /** Nothing is on its way. */
    AT_REST;

    static Moment any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
