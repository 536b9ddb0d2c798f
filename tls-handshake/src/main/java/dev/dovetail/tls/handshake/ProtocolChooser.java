package dev.dovetail.tls.handshake;

import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import java.util.List;

/** Chooses the application protocol on a server. Called on the engine's thread; must return soon. */
@FunctionalInterface
public interface ProtocolChooser {

    /**
     * Chooses.
     *
     * @param offered what the client offers, in its order; never empty
     * @param handshake what is settled: version, suite, and the host that it asks for
     * @return the choice
     */
    ProtocolChoice choose(List<String> offered, HandshakeFacts handshake);

    /**
     * What the server speaks, for the report of a refusal.
     *
     * @return best first; empty if only the choice itself can tell
     */
    default List<String> protocols() {
        return List.of();
    }

    /**
     * The first of the server's protocols that the client offers, else a refusal (RFC 7301 3.2).
     *
     * @param own the server's protocols, best first
     * @return the chooser
     */
    static ProtocolChooser firstOf(List<String> own) {
        return new FirstProtocol(List.copyOf(own));
    }
}
