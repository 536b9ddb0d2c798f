package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.util.Optional;

/**
 * What the hellos settled about sessions.
 *
 * @param resumed the session that goes on, without its secret
 * @param facts what this connection's session is called, if it is kept; empty if it is not
 * @param id the session id of ServerHello, 0 to 32 bytes
 * @param ticket whether the server sends NewSessionTicket (RFC 5077 3.2)
 */
public record Sessions12(Optional<Session> resumed, Optional<SessionFacts> facts, byte[] id, boolean ticket) {

    /**
     * Nothing is kept of the connection.
     *
     * @return no session
     */
    public static Sessions12 none() {
        return new Sessions12(Optional.empty(), Optional.empty(), new byte[0], false);
    }
}
