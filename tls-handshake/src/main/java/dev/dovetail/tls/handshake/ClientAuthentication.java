package dev.dovetail.tls.handshake;

/** Whether a server asks its clients for a certificate. */
public enum ClientAuthentication {
    /** It does not ask. */
    NONE,
    /** It asks; a client without one is let in. */
    REQUESTED,
    /** It asks, and turns away who has none. */
    REQUIRED
}
