package dev.dovetail.tls.peers;

/** One of the two sides of a connection. */
enum Side {
    CLIENT,
    SERVER;

    Side peer() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
