package dev.dovetail.tls.handshake;

/** What became of early data (RFC 8446 4.2.10). */
public enum EarlyDataOutcome {
    /** None was offered. */
    NONE,
    /** The server took it. */
    ACCEPTED,
    /** The server did not take it: it is lost, unless the application sends it again. */
    REJECTED,
    /** The server did not take it, and it was sent again behind the handshake. */
    RESENT
}
