package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.EarlyDataOutcome;

/**
 * A connection that succeeded.
 *
 * @param version the only one that the client enabled
 * @param server which of the addresses
 * @param giver which server gave the session that was offered; -1 if there was none
 * @param resumed whether it went on
 * @param early what became of early data
 * @param begin before it was connected, in nanoseconds
 * @param end when the answer was there
 */
record Visit(
        ProtocolVersion version, int server, int giver, boolean resumed, EarlyDataOutcome early, long begin, long end) {

    boolean elsewhere() {
        return resumed && giver != server;
    }

    boolean earlyAccepted() {
        return early == EarlyDataOutcome.ACCEPTED;
    }

    long millis() {
        return (end - begin) / 1_000_000;
    }
}
