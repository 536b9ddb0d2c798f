package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.handshake.ConnectionInfo;
import java.util.Optional;

/**
 * How a route went.
 *
 * @param route which
 * @param info what the handshake agreed on; empty if it failed
 * @param handshakeNanos on our side, from the first step until we may send
 * @param times of the file's way there and back; empty if it did not get through
 * @param failure what went wrong
 */
record Outcome(
        Route route,
        Optional<ConnectionInfo> info,
        long handshakeNanos,
        Optional<Courier.Times> times,
        Optional<String> failure) {

    boolean passed() {
        return failure.isEmpty();
    }
}
