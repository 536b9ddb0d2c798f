package dev.dovetail.tls.handshake;

/** Why {@link TlsEngine#receive} returned: what it needs to go on. */
public enum Progress {
    /** More bytes from the peer: what was given and not consumed has no whole record. */
    NEEDS_INPUT,
    /** More room for plaintext: the next record does not fit the output. */
    NEEDS_ROOM,
    /** A task to be run, or to answer: see {@link TlsEngine#task()}. */
    NEEDS_TASK,
    /** That the application takes the client's early data: see {@link TlsEngine#receiveEarly}. Nothing else comes before. */
    EARLY_DATA,
    /** Nothing: the peer has closed its side. */
    CLOSED
}
