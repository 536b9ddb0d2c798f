package dev.dovetail.tls.peers;

import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;

/** Both sides of a connection, so that a test can tell what happens on which. Nothing waits without a bound. */
interface Connection extends AutoCloseable {

    /** Shakes hands, as far as it goes: {@link #failure} tells. */
    void handshake() throws IOException;

    /** What the handshake threw at a side. */
    Optional<IOException> failure(Side side);

    /** Lets a side send, and answers what the other one receives: exactly so much. */
    byte[] carry(Side from, byte[] data) throws IOException;

    ExtendedSSLSession session(Side side);

    /** The engine or the socket itself. */
    Object end(Side side);

    /** The protocol that was agreed on by ALPN; empty if none was. */
    String application(Side side);

    /** Asks for a handshake on an established connection: in TLS 1.3, for new keys. */
    void handshakeAgain(Side side) throws IOException;

    /** Ends a side's direction; it still receives. */
    void closeOutput(Side side) throws IOException;

    /** Whether a side learns now that the other one has ended its direction. */
    boolean sawEnd(Side side) throws IOException;

    /** Closes a side as a whole. */
    void close(Side side) throws IOException;

    /** Whatever its state is. */
    @Override
    void close() throws IOException;
}
