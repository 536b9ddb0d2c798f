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
     * Whether the choice depends on the suite. Where it does not, TLS 1.2 makes it before our credential is chosen, as TLS
     * 1.3 always does, so that a {@link dev.dovetail.tls.handshake.credential.CredentialSource} can go by it.
     *
     * @return true, unless the offer alone decides; then the chooser may be asked twice
     */
    default boolean needsSuite() {
        return true;
    }

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
