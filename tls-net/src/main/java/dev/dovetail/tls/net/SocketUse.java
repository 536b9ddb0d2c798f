package dev.dovetail.tls.net;

import dev.dovetail.tls.api.ProtocolVersion;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * How a {@link TlsStream} uses its socket, where that is to differ from owning it. An immutable value; each method
 * gives another one.
 *
 * @param consumed what was read of the socket before, and comes first
 * @param leftOpen whether the socket outlives the stream
 * @param ownTimeouts whether the socket's own {@code SO_TIMEOUT} bounds reads
 * @param closeAnswered versions in which the peer's close_notify is answered at once
 * @param truncationAccepted whether the transport's end without close_notify is an end like any other
 * @param peerAwaited whether closing waits for the peer's close_notify
 */
public record SocketUse(
        Optional<InputStream> consumed,
        boolean leftOpen,
        boolean ownTimeouts,
        Set<ProtocolVersion> closeAnswered,
        boolean truncationAccepted,
        boolean peerAwaited) {

    /** Copies the set. */
    public SocketUse {
        closeAnswered = Set.copyOf(closeAnswered);
    }

    /**
     * The stream owns the socket: what {@link TlsStream#client(dev.dovetail.tls.handshake.ClientConfig,
     * java.net.Socket)} does.
     *
     * @return the use
     */
    public static SocketUse owned() {
        return new SocketUse(Optional.empty(), false, false, Set.of(), false, true);
    }

    /**
     * Reads bytes first that somebody has read of the socket before, to find out what the peer speaks.
     *
     * @param bytes read to their end, then the socket is; not closed
     * @return the use
     */
    public SocketUse behind(InputStream bytes) {
        return new SocketUse(Optional.of(bytes), leftOpen, ownTimeouts, closeAnswered, truncationAccepted, peerAwaited);
    }

    /**
     * Leaves the socket open when the connection has ended in order, for whatever is to follow in the clear: no byte
     * behind the peer's close_notify is taken. If it does not end in order, because the peer does not answer or there
     * was a fault, nobody knows what the next byte means, and the socket is closed all the same.
     *
     * @return the use
     */
    public SocketUse leavingOpen() {
        return new SocketUse(consumed, true, ownTimeouts, closeAnswered, truncationAccepted, true);
    }

    /**
     * Leaves {@code SO_TIMEOUT} to the owner of the socket: it bounds each wait for bytes, in the handshake too, and
     * when it expires nothing is lost; the same call can be made again. {@link TlsStream#readTimeout} and {@link
     * TlsStream#handshakeTimeout} mean nothing then.
     *
     * @return the use
     */
    public SocketUse withOwnTimeouts() {
        return new SocketUse(consumed, leftOpen, true, closeAnswered, truncationAccepted, peerAwaited);
    }

    /**
     * Answers the peer's close_notify with ours as soon as it is read, after which nothing can be written. RFC 5246
     * 7.2.1 demands that of TLS 1.2; in TLS 1.3 our side may go on (RFC 8446 6.1).
     *
     * @param versions in which
     * @return the use
     */
    public SocketUse answeringClose(Set<ProtocolVersion> versions) {
        return new SocketUse(consumed, leftOpen, ownTimeouts, versions, truncationAccepted, peerAwaited);
    }

    /**
     * Takes the transport's end for the end of the data, also without close_notify: then whoever can cut the
     * connection can cut the data short, and nobody sees it. Not during the handshake.
     *
     * @return the use
     */
    public SocketUse insecureTruncation() {
        return new SocketUse(consumed, leftOpen, ownTimeouts, closeAnswered, true, peerAwaited);
    }

    /**
     * Closes without waiting for the peer's close_notify; what has arrived is taken in. Without effect on
     * {@linkplain #leavingOpen() a socket that is left open}.
     *
     * @return the use
     */
    public SocketUse withoutAwaitingPeer() {
        return new SocketUse(consumed, leftOpen, ownTimeouts, closeAnswered, truncationAccepted, leftOpen);
    }
}
