package dev.dovetail.tls.handshake;

import java.util.Optional;

/**
 * A server's answer to the protocols that a client offers (RFC 7301).
 *
 * @param protocol the chosen one, or empty
 * @param refused whether the connection ends with no_application_protocol
 */
public record ProtocolChoice(Optional<String> protocol, boolean refused) {

    /**
     * Chooses a protocol.
     *
     * @param protocol one of those offered
     * @return the choice
     */
    public static ProtocolChoice use(String protocol) {
        return new ProtocolChoice(Optional.of(protocol), false);
    }

    /**
     * Goes on as if the client had not asked.
     *
     * @return the choice
     */
    public static ProtocolChoice none() {
        return new ProtocolChoice(Optional.empty(), false);
    }

    /**
     * Ends the connection with no_application_protocol.
     *
     * @return the choice
     */
    public static ProtocolChoice refuse() {
        return new ProtocolChoice(Optional.empty(), true);
    }
}
