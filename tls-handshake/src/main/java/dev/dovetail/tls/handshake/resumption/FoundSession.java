package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.handshake.session.Session;
import java.util.Optional;

/**
 * What a look-up in the store brought, closed if nobody comes for it.
 *
 * @param session empty if there is none
 */
public record FoundSession(Optional<Session> session) implements AutoCloseable {

    @Override
    public void close() {
        session.ifPresent(Session::close);
    }
}
