package dev.dovetail.tls.handshake.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Keys under which sessions are sealed, in tickets and in stores. Called on the threads of connections, many at once, and
 * must answer at once: who has the keys from elsewhere keeps a copy here.
 */
public interface TicketKeys extends AutoCloseable {

    /**
     * The key that seals now.
     *
     * @param now the moment
     * @return a copy that the caller closes; empty if there is none, and then no session is kept
     */
    Optional<TicketKey> sealing(Instant now);

    /**
     * The key that sealed a ticket.
     *
     * @param ticket begins with the key's name; may be of any length and content
     * @param now the moment
     * @return a copy that the caller closes; empty if it is unknown or retired, and then a full handshake is made
     */
    Optional<TicketKey> of(byte[] ticket, Instant now);

    /** Forgets all keys; afterwards there are none. */
    @Override
    void close();
}
