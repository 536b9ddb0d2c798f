package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.jsse.session.ConnectedSession;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * A socket's connection from where its handshake begins: the stream, the session that it makes, and what its errors
 * mean to {@code javax.net.ssl}. One thread may read while another writes, and any thread may close.
 */
final class SocketLink {

    private final TlsStream stream;
    private final HandshakeProgress progress;
    private final Function<ConnectionInfo, ConnectedSession> sessions;
    private final Consumer<ConnectedSession> whenDone;
    private final ReentrantLock settling = new ReentrantLock();
    private volatile @Nullable ConnectedSession session;
    private volatile boolean closed;

    /**
     * A connection whose handshake has not begun.
     *
     * @param stream owned
     * @param progress of the handshake, which ends with it
     * @param sessions makes the session of what was agreed
     * @param whenDone told once
     */
    SocketLink(
            TlsStream stream,
            HandshakeProgress progress,
            Function<ConnectionInfo, ConnectedSession> sessions,
            Consumer<ConnectedSession> whenDone) {
        this.stream = stream;
        this.progress = progress;
        this.sessions = sessions;
        this.whenDone = whenDone;
    }

    HandshakeProgress progress() {
        return progress;
    }

    /** The session, if the handshake is done. */
    @Nullable
    ConnectedSession session() {
        return session;
    }

    boolean outputClosed() {
        return stream.isOutputClosed();
    }

    /** Does the handshake, or waits for it. */
    ConnectedSession handshake() throws IOException {
        ConnectedSession known = session;
        if (known != null) return known;
        try {
            stream.handshake();
        } catch (IllegalStateException ownStep) {
            throw new SSLException("the handshake is not done, and one of its steps can't wait for it", ownStep);
        } catch (InterruptedIOException late) {
            throw late;
        } catch (IOException error) {
            progress.ended();
            throw StreamFailures.of(error, true, closed);
        }
        return settle();
    }

    /** In TLS 1.3 new keys on both sides; TLS 1.2 would have to renegotiate, which is refused. */
    void handshakeAgain() throws IOException {
        if (closed || outputClosed() || stream.ending() != Ending.OPEN) {
            throw new SocketException("Socket has been closed or broken");
        }
        if (!stream.info().version().equals(ProtocolVersion.TLS_1_3)) {
            throw new SSLHandshakeException("TLS 1.2 is not renegotiated here: open a new connection");
        }
        try {
            stream.updateKeys(true);
        } catch (IllegalStateException ended) {
            throw new SSLException("no keys can be changed any more", ended);
        } catch (IOException error) {
            throw StreamFailures.of(error, false, closed);
        }
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        handshake();
        try {
            return stream.input().read(buffer, offset, length);
        } catch (IOException error) {
            throw StreamFailures.of(error, false, closed);
        }
    }

    void write(byte[] data, int offset, int length) throws IOException {
        handshake();
        try {
            stream.output().write(data, offset, length);
        } catch (IOException error) {
            throw StreamFailures.of(error, false, closed || outputClosed());
        }
    }

    int available() throws IOException {
        return stream.input().available();
    }

    /** Ends reading. Who has not seen the peer's close_notify does not know what is missing, and is told so. */
    void closeInput() throws IOException {
        boolean all = stream.ending() == Ending.CLOSE_NOTIFY;
        stream.closeInput();
        if (!all) throw new SSLException("the inbound side was closed before the peer's close_notify came");
    }

    /** Sends close_notify; waits for a handshake that is not done. */
    void closeOutput() throws IOException {
        handshake();
        try {
            stream.closeOutput();
        } catch (IOException error) {
            throw StreamFailures.of(error, false, closed);
        }
    }

    /** Ends it in order; a writing thread, or a peer that is to answer, is waited for so long. */
    void close(Duration patience) {
        closed = true;
        stream.closeTimeout(patience).close();
    }

    Optional<ConnectionInfo> info() {
        return session == null ? Optional.empty() : Optional.of(stream.info());
    }

    Secret export(String label, byte @Nullable [] derivation, int length) {
        return stream.export(label, derivation, length);
    }

    private ConnectedSession settle() {
        settling.lock();
        try {
            ConnectedSession known = session;
            if (known != null) return known;
            ConnectedSession made = sessions.apply(stream.info());
            session = made;
            progress.ended();
            whenDone.accept(made);
            return made;
        } finally {
            settling.unlock();
        }
    }
}
