package dev.dovetail.tls.programs;

import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection as a server saw it.
 *
 * @param session after the handshake
 * @param protocol what ALPN chose; empty if it chose nothing
 */
record Met(SSLSession session, String protocol) {

    static Met at(SSLEngine engine) {
        return new Met(engine.getSession(), Objects.requireNonNullElse(engine.getApplicationProtocol(), ""));
    }

    static Met at(SSLSocket socket) {
        return new Met(socket.getSession(), Objects.requireNonNullElse(socket.getApplicationProtocol(), ""));
    }
}
