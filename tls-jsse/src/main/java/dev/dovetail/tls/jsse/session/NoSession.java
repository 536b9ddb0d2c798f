package dev.dovetail.tls.jsse.session;

import org.jspecify.annotations.Nullable;

/** What there is before a handshake: a session that protects nothing. */
public final class NoSession extends TlsSession {

    private final SessionValues values = new SessionValues();

    /**
     * For a connection that has not agreed on anything.
     *
     * @param peerHost as the application said it
     * @param peerPort as the application said it, or -1
     */
    public NoSession(@Nullable String peerHost, int peerPort) {
        super(peerHost, peerPort);
    }

    @Override
    SessionValues values() {
        return values;
    }

    @Override
    public String getCipherSuite() {
        return "SSL_NULL_WITH_NULL_NULL";
    }

    @Override
    public String getProtocol() {
        return "NONE";
    }
}
