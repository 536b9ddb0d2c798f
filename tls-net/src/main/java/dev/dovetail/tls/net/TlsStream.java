package dev.dovetail.tls.net;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection over a blocking socket. Full duplex: one thread may read while another writes, and a write that
 * blocks does not keep the reader from reading; further threads wait for their turn. Closing, from any thread, ends
 * both.
 *
 * <p>A fault is a {@link TlsException}; by then the peer was told and the socket is closed. The end of the transport
 * without close_notify is such a fault ({@link dev.dovetail.tls.api.Fault#TRUNCATED}), thrown once all data before it
 * was read, and never an end of stream, unless {@link SocketUse} has it so.
 */
public final class TlsStream implements Closeable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private final Socket socket;
    private final SocketUse use;
    private final GuardedEngine guarded;
    private final StreamInput in;
    private final StreamOutput out;
    private final InputStream inputView = new StreamSource(this);
    private final OutputStream outputView = new StreamSink(this);
    private final StreamEnd end;
    private final StreamHandshake handshake;
    private volatile boolean outputClosed;
    private volatile Duration readTimeout = Duration.ZERO;
    private volatile Duration closeTimeout = CLOSE_TIMEOUT;

    private TlsStream(TlsEngine engine, Socket socket, SocketUse use) {
        this.socket = socket;
        this.use = use;
        this.guarded = new GuardedEngine(engine);
        this.in = new StreamInput(guarded, socket, use);
        this.out = new StreamOutput(guarded, socket, use);
        this.end = new StreamEnd(socket, use, guarded, in, out);
        this.handshake = new StreamHandshake(guarded, in, out, end, use.ownTimeouts());
    }

    /**
     * A client's end. Nothing is sent before {@link #handshake()} or the first read or write.
     *
     * @param config what it does
     * @param socket connected; owned, and closed by {@link #close()}
     * @return the stream
     * @throws IOException if the socket is not connected
     */
    public static TlsStream client(ClientConfig config, Socket socket) throws IOException {
        return client(config, socket, SocketUse.owned());
    }

    /**
     * A client's end over a socket that is not simply owned.
     *
     * @param config what it does
     * @param socket connected
     * @param use what is done with the socket
     * @return the stream
     * @throws IOException if the socket is not connected
     */
    public static TlsStream client(ClientConfig config, Socket socket, SocketUse use) throws IOException {
        return new TlsStream(TlsEngine.client(config), ready(socket), use);
    }

    /**
     * A server's end. Nothing is read before {@link #handshake()} or the first read or write.
     *
     * @param config what it does
     * @param socket connected; owned, and closed by {@link #close()}
     * @return the stream
     * @throws IOException if the socket is not connected
     */
    public static TlsStream server(ServerConfig config, Socket socket) throws IOException {
        return server(config, socket, SocketUse.owned());
    }

    /**
     * A server's end over a socket that is not simply owned.
     *
     * @param config what it does
     * @param socket connected
     * @param use what is done with the socket
     * @return the stream
     * @throws IOException if the socket is not connected
     */
    public static TlsStream server(ServerConfig config, Socket socket, SocketUse use) throws IOException {
        return new TlsStream(TlsEngine.server(config), ready(socket), use);
    }

    /** Records are written as a whole, many at a time: TCP waiting for more would only delay them. */
    private static Socket ready(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /**
     * Bounds the whole handshake, however slowly the peer sends. A minute unless said otherwise.
     *
     * @param time {@link Duration#ZERO} for no bound
     * @return this
     */
    public TlsStream handshakeTimeout(Duration time) {
        handshake.timeout(Deadline.notNegative(time));
        return this;
    }

    /**
     * Bounds each read. One that takes longer throws {@link SocketTimeoutException} and loses nothing: the connection
     * can be used further. No bound unless said otherwise.
     *
     * @param time {@link Duration#ZERO} for no bound
     * @return this
     */
    public TlsStream readTimeout(Duration time) {
        readTimeout = Deadline.notNegative(time);
        return this;
    }

    /**
     * Bounds how long {@link #close()} waits for a writing thread and for the peer's close_notify, each. Three seconds
     * unless said otherwise.
     *
     * @param time positive
     * @return this
     */
    public TlsStream closeTimeout(Duration time) {
        if (Deadline.notNegative(time).isZero()) throw new IllegalArgumentException("closing has to be bounded");
        closeTimeout = time;
        return this;
    }

    /**
     * Does the handshake, unless it is done; waits for it if another thread does it.
     *
     * @throws TlsException if it fails; the peer was told why
     * @throws SocketTimeoutException if it took too long; the connection is closed, unless the time-out is
     *     {@linkplain SocketUse#withOwnTimeouts() the socket's own}: then the next call goes on
     * @throws IOException if the socket fails
     * @throws IllegalStateException if it is a step of the handshake that calls
     */
    public void handshake() throws IOException {
        handshake.finish();
    }

    /**
     * Early data, which goes with the first flight of a resumption, and may be a copy of what came before.
     *
     * @return a view
     */
    public EarlyData early() {
        return new EarlyData(this, handshake, out, end);
    }

    /**
     * What the peer sends, decrypted. With arrays of at least 2^14 + 256 bytes, records are opened straight into them;
     * bytes behind those read may then be overwritten. After close_notify it is at its end; closing it closes the
     * connection.
     *
     * @return always the same stream
     */
    public InputStream input() {
        return inputView;
    }

    /**
     * Sends to the peer. Each write is sealed and sent at once, in as few records as it fits, straight from the
     * caller's array: buffer small writes. Closing it is {@link #closeOutput()}.
     *
     * @return always the same stream
     */
    public OutputStream output() {
        return outputView;
    }

    /**
     * What the handshake agreed on.
     *
     * @return also after closing
     * @throws IllegalStateException if the handshake is not done
     */
    public ConnectionInfo info() {
        return guarded.with(TlsEngine::info).orElseThrow(() -> new IllegalStateException("the handshake is not done"));
    }

    /**
     * How the peer's side ended.
     *
     * @return the ending, also after closing
     */
    public Ending ending() {
        return end.ending();
    }

    /**
     * What ended the connection.
     *
     * @return empty unless it failed
     */
    public Optional<TlsFault> failure() {
        return end.failure();
    }

    /**
     * Derives keying material for the application (RFC 5705, RFC 8446 7.5).
     *
     * @param label registered or private name
     * @param context the application's, or null
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalStateException if the handshake is not done, or the connection is closed
     */
    public Secret export(String label, byte @Nullable [] context, int length) {
        return guarded.with(engine -> engine.export(label, context, length));
    }

    /**
     * Changes our keys (RFC 8446 4.6.3).
     *
     * @param requestPeer whether the peer is to change its keys too
     * @throws IOException if the message can't be sent
     * @throws IllegalStateException if this is not a standing TLS 1.3 connection
     */
    public void updateKeys(boolean requestPeer) throws IOException {
        handshake();
        try {
            guarded.with(engine -> {
                engine.updateKeys(requestPeer);
                return true;
            });
            out.flush();
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (IOException broken) {
            throw end.explained(broken);
        }
    }

    /**
     * Ends our side with close_notify (RFC 8446 6.1). The peer may go on sending, and we go on reading.
     *
     * @throws IOException if it can't be sent
     */
    public void closeOutput() throws IOException {
        if (outputClosed || end.isClosed()) return;
        handshake();
        outputClosed = true;
        try {
            end.sayGoodbye();
            out.flush();
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (IOException broken) {
            throw end.explained(broken);
        }
    }

    /**
     * Whether our side is closed: by {@link #closeOutput()}, or because a close_notify of the peer was answered.
     *
     * @return true if nothing can be written any more
     */
    public boolean isOutputClosed() {
        return outputClosed;
    }

    /**
     * Ends our reading: a read, one that waits too, is at its end. What the peer still sends is lost; we may go on
     * writing. During a handshake, that fails.
     *
     * @throws IOException if the socket fails
     */
    public void closeInput() throws IOException {
        if (end.isClosed()) return;
        in.close();
        if (!use.leftOpen() && !socket.isInputShutdown()) socket.shutdownInput();
    }

    /**
     * Ends the connection in order: sends close_notify, waits a bounded time for the peer's, drops data that still
     * comes, closes the socket and forgets every secret; {@link SocketUse} can have it otherwise. During a handshake
     * the peer is told that it was called off. Closing twice does nothing more.
     */
    @Override
    public void close() {
        if (!end.beginClosing()) return;
        // On a virtual thread an interrupt would close the socket before the peer is told; it is kept for the caller.
        boolean interrupted = Thread.interrupted();
        try {
            if (!handshake.begun()) return;
            if (handshake.done()) end.farewell(closeTimeout);
            else end.callOff();
        } finally {
            end.forget(handshake.begun());
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Whether the connection is encrypted or not yet, and how it ended: nothing secret. */
    @Override
    public String toString() {
        return "TlsStream[" + socket.getRemoteSocketAddress() + ", "
                + (handshake.done() ? info().version() + " " + info().suite() : "no handshake yet") + ", " + ending()
                + "]";
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!in.closed()) handshake();
        in.lock.lock();
        try {
            end.refuseClosed();
            if (in.closed()) return -1;
            Deadline deadline = use.ownTimeouts() ? Deadline.ofSocket() : Deadline.in(readTimeout, "nothing came");
            return read(buffer, offset, length, deadline);
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (InterruptedIOException nothingLost) {
            throw nothingLost;
        } catch (IOException broken) {
            throw end.explained(broken);
        } finally {
            in.lock.unlock();
        }
    }

    private int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
        while (true) {
            Progress progress = in.receive(buffer, offset, length);
            if (in.produced() > 0) return in.produced();
            switch (progress) {
                case CLOSED -> {
                    answerClose();
                    return -1;
                }
                case NEEDS_TASK -> guarded.awaitTask(deadline);
                case EARLY_DATA -> throw new IllegalStateException("early data waits (TlsStream.early)");
                case NEEDS_INPUT, NEEDS_ROOM -> {
                    // Only what the peer sent made us answer, and it may read our answer late. So the answer leaves
                    // when nothing is left to read: a peer that writes a lot before it reads is not waited for.
                    if (guarded.hasOutput() && !in.ready()) out.flushIfFree();
                    if (!in.fillOrEnd(deadline)) return -1;
                }
            }
        }
    }

    /** A thread that is writing sends it when it lets go: a reader does not wait for a peer that does not read. */
    private void answerClose() {
        if (outputClosed || !use.closeAnswered().contains(info().version())) return;
        outputClosed = true;
        end.sayGoodbye();
        try {
            out.flushIfFree();
        } catch (IOException gone) {
            // The peer has said that it is done; whether it hears that we are changes nothing of what it sent.
        }
    }

    /** Plaintext that a read gets without waiting. */
    int available() {
        return guarded.with(TlsEngine::pending);
    }

    void write(byte[] data, int offset, int length, boolean beforeTheEnd) throws IOException {
        if (length == 0) return;
        if (outputClosed) throw new IOException("our side of the connection is closed");
        if (!beforeTheEnd) handshake();
        end.refuseClosed();
        try {
            out.write(data, offset, length);
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (IllegalStateException e) {
            if (!outputClosed && !end.isClosed()) throw e;
            // Our close_notify may have been left to this thread.
            out.flushIfFree();
            throw new IOException("our side of the connection is closed", e);
        } catch (IOException broken) {
            throw end.explained(broken);
        }
    }
}
