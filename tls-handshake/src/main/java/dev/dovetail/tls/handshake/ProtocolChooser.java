package dev.dovetail.tls.handshake;

import java.util.List;
import java.util.Optional;

/** Chooses the application protocol on a server. Called on the engine's thread; must return soon. */
@FunctionalInterface
public interface ProtocolChooser {

    /**
     * Chooses.
     *
     * @param offered what the client offers, in its order; never empty
     * @param serverName the host that it asks for
     * @return the choice
     */
    ProtocolChoice choose(List<String> offered, Optional<String> serverName);

    /**
     * The first of the server's protocols that the client offers, else a refusal (RFC 7301 3.2).
     *
     * @param own the server's protocols, best first
     * @return the chooser
     */
    static ProtocolChooser firstOf(List<String> own) {
        return (offered, serverName) -> own.stream()
                .filter(offered::contains)
                .findFirst()
                .map(ProtocolChoice::use)
                .orElseGet(ProtocolChoice::refuse);
    }
}
