package dev.dovetail.tls.handshake.session;

import java.util.List;

/**
 * Which server a client's session is for, and what else must be the same for it to be offered again.
 *
 * @param host the name or address of the configuration
 * @param port as configured; 0 where all ports are one server
 * @param protocols the application protocols that are offered (RFC 7301)
 * @param party what is trusted and shown: the same for connections that may share a session
 */
public record ServerScope(String host, int port, List<String> protocols, Object party) {

    /** Keeps an unmodifiable copy. */
    public ServerScope {
        protocols = List.copyOf(protocols);
    }
}
