package dev.dovetail.tls.handshake.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where a server keeps sessions, and what it must not take twice: in memory, or in a place that a fleet shares. What is
 * kept is sealed already, so a store never sees a secret.
 *
 * <p>Called on the threads of connections, many at once. No method blocks; each answer comes within a time that the store
 * bounds and names. A store that is out of reach answers as if it knew nothing: handshakes are then full ones, and nothing
 * fails. An exception, thrown or in the answer, counts the same. Answers may come on any thread.
 */
public interface SessionStore extends AutoCloseable {

    /**
     * Keeps a session.
     *
     * @param id names it; not modified
     * @param sealed the session; not modified
     * @param lifetime how long it is of use
     * @return whether it is kept
     */
    CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime);

    /**
     * Finds a session, which stays.
     *
     * @param id names it; from a peer, so of any content
     * @return empty if it is not known, has lived its time, or was taken
     */
    CompletionStage<Optional<byte[]>> find(byte[] id);

    /**
     * Finds a session and removes it in one step: of many who take it, over all members of a fleet, one gets it.
     *
     * @param id names it; from a peer, so of any content
     * @return empty if it is not known, has lived its time, or was taken
     */
    CompletionStage<Optional<byte[]>> take(byte[] id);

    /**
     * Removes a session.
     *
     * @param id names it
     * @return done, or given up
     */
    CompletionStage<Void> remove(byte[] id);

    /**
     * Claims a name for the first and only time (RFC 8446 8.2): what it stands for must not be accepted twice.
     *
     * @param name what is claimed; not modified
     * @param memory how long the store remembers it, at the least
     * @return true for one caller alone, over all members of a fleet, until the memory is over; false if it was claimed
     *     before, or if the store can't tell
     */
    CompletionStage<Boolean> claim(byte[] name, Duration memory);

    /** Gives back what the store holds. Afterwards it knows nothing, and keeps nothing. */
    @Override
    void close();
}
