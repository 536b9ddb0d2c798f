package dev.dovetail.tls.handshake;

/** How the peer's side of a connection ended. */
public enum Ending {
    /** It has not ended. */
    OPEN,
    /** The peer sent close_notify: all that it sent has arrived. */
    CLOSE_NOTIFY,
    /** The transport ended without close_notify: data may be missing. */
    TRUNCATED,
    /** A fault, ours or the peer's, ended it. */
    FAULT
}
