package dev.dovetail.tls.handshake.session;

/**
 * A session as its client holds it.
 *
 * @param session the session; closed with this
 * @param ticket what the server wants back: a ticket, or the session id of TLS 1.2
 * @param byId whether that is a session id
 */
public record HeldSession(Session session, byte[] ticket, boolean byId) implements AutoCloseable {

    /**
     * The same with a secret of its own.
     *
     * @return the caller closes it
     */
    public HeldSession copy() {
        return new HeldSession(session.copy(), ticket, byId);
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return "HeldSession[" + session + (byId ? ", by its id]" : ", by a ticket of " + ticket.length + " bytes]");
    }
}
