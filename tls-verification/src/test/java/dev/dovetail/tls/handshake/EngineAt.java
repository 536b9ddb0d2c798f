package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.engine.State;

/** Engines that begin in a given state instead of the first one: for handshakes that somebody else began. */
public final class EngineAt {

    private EngineAt() {}

    /** A client's end that begins there. */
    public static TlsEngine client(ClientConfig config, State state) {
        return new TlsEngine(Role.CLIENT, config, state);
    }

    /** A server's end that begins there. */
    public static TlsEngine server(ServerConfig config, State state) {
        return new TlsEngine(Role.SERVER, config, state);
    }
}
