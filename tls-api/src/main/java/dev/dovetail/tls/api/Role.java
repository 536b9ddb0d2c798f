package dev.dovetail.tls.api;

/** Which end of the connection. */
public enum Role {
    /** The end that sends ClientHello. */
    CLIENT,
    /** The end that answers it. */
    SERVER;

    /**
     * The other end.
     *
     * @return the peer's role
     */
    public Role peer() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
