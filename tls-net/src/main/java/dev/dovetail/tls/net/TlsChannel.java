package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection over a non-blocking channel, for an event loop: no call waits. For one thread at a time.
 *
 * <p>Register the channel with {@link #interestOps()} after each call. When it is ready, call {@link #handshake()} until
 * it is done, then {@link #read} until it returns 0, since bytes that were taken from the channel wake no selector, and
 * {@link #write}. To end, call {@link #finish()} at each readiness until it is true, then {@link #close()}; also after a
 * {@link TlsException}, so that the alert reaches the peer.
 */
public final class TlsChannel implements Closeable {

    private static final byte[] EMPTY = new byte[0];
    // Choice: how much of what the peer still sends is taken in at the end, so that TCP does not reset our last words.
    private static final int MOST_DRAINED = 1 << 22;

    final TlsEngine engine;
    private final SocketChannel channel;
    private final Executor executor;
    private final Runnable wakeUp;
    private final ChannelBytes in = new ChannelBytes();
    final ChannelBytes out = new ChannelBytes();
    private final EarlyChannelData early = new EarlyChannelData(this);
    private byte[] plain = EMPTY;
    private @Nullable TlsTask running;
    private boolean handshaken;
    private boolean transportEnded;
    private boolean outputShut;
    private int drained;

    private TlsChannel(TlsEngine engine, SocketChannel channel, Executor executor, Runnable wakeUp) throws IOException {
        this.engine = engine;
        this.channel = channel;
        this.executor = executor;
        this.wakeUp = wakeUp;
        channel.configureBlocking(false);
    }

    /**
     * A client's end; it begins with {@link #handshake()}.
     *
     * @param config what it does
     * @param channel connected; made non-blocking, owned, and closed by {@link #close()}
     * @param executor runs slow steps if the configuration defers them
     * @param wakeUp called from any thread when such a step is done, and handshake or read are to be called again; must
     *     return soon, and is mostly {@link java.nio.channels.Selector#wakeup} with a note of whom it concerns
     * @return the connection
     * @throws IOException if the channel is closed
     */
    public static TlsChannel client(ClientConfig config, SocketChannel channel, Executor executor, Runnable wakeUp)
            throws IOException {
        return new TlsChannel(TlsEngine.client(config), channel, executor, wakeUp);
    }

    /**
     * A server's end.
     *
     * @param config what it does
     * @param channel connected; made non-blocking, owned, and closed by {@link #close()}
     * @param executor as for clients
     * @param wakeUp as for clients
     * @return the connection
     * @throws IOException if the channel is closed
     */
    public static TlsChannel server(ServerConfig config, SocketChannel channel, Executor executor, Runnable wakeUp)
            throws IOException {
        return new TlsChannel(TlsEngine.server(config), channel, executor, wakeUp);
    }

    /**
     * Goes on with the handshake as far as that is possible now.
     *
     * @return true once it is done
     * @throws TlsException if it fails
     * @throws IOException if the channel fails
     */
    public boolean handshake() throws IOException {
        if (handshaken) return true;
        try {
            while (true) {
                flush();
                Progress progress = receive(EMPTY, 0, 0);
                handshaken = engine.connected();
                if (progress == Progress.EARLY_DATA) {
                    throw new IllegalStateException("the client has sent early data: read it first (TlsChannel.early)");
                } else if (progress == Progress.NEEDS_TASK) {
                    if (!isTaskDone()) return flushed(false);
                } else if (handshaken) {
                    return flushed(true);
                } else if (!fill()) {
                    return flushed(false);
                }
            }
        } catch (TlsFault fault) {
            throw failed(fault);
        }
    }

    /**
     * Early data, which goes with the first flight of a resumption, and may be a copy of what came before.
     *
     * @return the one view of this channel
     */
    public EarlyChannelData early() {
        return early;
    }

    /**
     * Takes data that the peer sent. An array-backed buffer with at least 2^14 + 256 bytes of room is decrypted into
     * directly; bytes behind the new position may then be overwritten.
     *
     * @param dst takes data
     * @return bytes, 0 if none are there now or there is no room, -1 after close_notify; who had no room calls again once there
     *     is some, as for what has come already no selector wakes anybody
     * @throws TlsException if the connection failed or was truncated, once all data before that was read
     * @throws IOException if the channel fails
     */
    public int read(ByteBuffer dst) throws IOException {
        if (!dst.hasRemaining() || !handshake()) return 0;
        try {
            while (true) {
                Progress progress = receive(dst);
                int count = engine.produced();
                if (count > 0) return count;
                if (progress == Progress.CLOSED) return -1;
                if (progress == Progress.NEEDS_TASK ? !isTaskDone() : !fill()) {
                    flush();
                    return 0;
                }
            }
        } catch (TlsFault fault) {
            throw failed(fault);
        }
    }

    /**
     * Seals data and sends as much as the channel takes.
     *
     * @param src the data; what was taken counts as sent, also if the channel has not got all of it yet
     * @return bytes taken, 0 if the channel takes no more now or the handshake is not done
     * @throws TlsException if the connection has failed
     * @throws IOException if the channel fails
     * @throws IllegalStateException if our side is closed
     */
    public int write(ByteBuffer src) throws IOException {
        int before = src.remaining();
        try {
            if (!handshake()) return 0;
            while (src.hasRemaining() && flush()) seal(src);
            flush();
            return before - src.remaining();
        } catch (TlsFault fault) {
            throw failed(fault);
        }
    }

    /**
     * Sends what waits.
     *
     * @return true if nothing is left
     * @throws IOException if the channel fails
     */
    public boolean flush() throws IOException {
        while (out.writeTo(channel)) {
            if (!engine.hasOutput()) return true;
            out.open();
            out.end += engine.transmit(out.array, out.end, out.array.length - out.end);
        }
        return false;
    }

    /**
     * Ends our side with close_notify, and sends as much of it as the channel takes; the peer may go on sending. During a
     * handshake, calls it off.
     *
     * @return true if it is sent; else go on with {@link #flush()}
     * @throws IOException if the channel fails
     */
    public boolean closeOutput() throws IOException {
        engine.closeWrite();
        return flush();
    }

    /**
     * Goes on to end the connection in order: sends close_notify or the alert of a fault, ends TCP's output, and takes in
     * a bounded amount of what the peer still sends, until it ends too. How long to go on is the caller's to say.
     *
     * @return true when the channel can be closed and nothing is lost
     * @throws IOException if the channel fails, and can as well be closed
     */
    public boolean finish() throws IOException {
        if (!closeOutput()) return false;
        if (!outputShut) channel.shutdownOutput();
        outputShut = true;
        while (!transportEnded && engine.ending() != Ending.CLOSE_NOTIFY && drained < MOST_DRAINED) {
            int count = in.readFrom(channel);
            if (count == 0) return false;
            if (count < 0) endTransport();
            drained += Math.max(count, 0);
            dropPlaintext();
        }
        return true;
    }

    /**
     * What to register with a selector: reading, unless a slow step is on its way or the peer has ended; writing, while
     * bytes wait for the channel.
     *
     * @return bits of {@link SelectionKey}, maybe none
     */
    public int interestOps() {
        boolean reads =
                !transportEnded && (running == null || running.isDone()) && engine.ending() != Ending.CLOSE_NOTIFY;
        boolean writes = !out.isEmpty() || engine.hasOutput();
        return (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
    }

    /**
     * What the handshake agreed on.
     *
     * @return empty before it is done
     */
    public Optional<ConnectionInfo> info() {
        return engine.info();
    }

    /**
     * How the peer's side ended.
     *
     * @return the ending
     */
    public Ending ending() {
        return engine.ending();
    }

    /**
     * What ended the connection.
     *
     * @return empty unless it failed
     */
    public Optional<TlsFault> failure() {
        return engine.failure();
    }

    /**
     * Where the bytes go.
     *
     * @return the channel, to be registered with a selector; not to be read or written
     */
    public SocketChannel channel() {
        return channel;
    }

    /** Closes the channel at once and forgets every secret. Without {@link #finish()} before, the peer sees truncation. */
    @Override
    public void close() throws IOException {
        engine.close();
        in.drop();
        out.drop();
        plain = EMPTY;
        channel.close();
    }

    private boolean flushed(boolean result) throws IOException {
        flush();
        return result;
    }

    Progress receive(byte[] buffer, int offset, int length) {
        try {
            return engine.receive(in.array, in.start, in.length(), buffer, offset, length);
        } finally {
            in.start += engine.consumed();
            in.close();
        }
    }

    private Progress receive(ByteBuffer dst) {
        if (dst.hasArray()) {
            Progress progress = receive(dst.array(), dst.arrayOffset() + dst.position(), dst.remaining());
            dst.position(dst.position() + engine.produced());
            return progress;
        }
        byte[] buffer = plain(dst.remaining());
        Progress progress = receive(buffer, 0, Math.min(buffer.length, dst.remaining()));
        dst.put(buffer, 0, engine.produced());
        return progress;
    }

    private void seal(ByteBuffer src) {
        out.open();
        int room = out.array.length - out.end;
        if (src.hasArray()) {
            int offset = src.arrayOffset() + src.position();
            out.end += engine.send(src.array(), offset, src.remaining(), out.array, out.end, room);
            src.position(src.position() + engine.consumed());
            return;
        }
        byte[] buffer = plain(src.remaining());
        int length = Math.min(buffer.length, src.remaining());
        src.get(src.position(), buffer, 0, length);
        out.end += engine.send(buffer, 0, length, out.array, out.end, room);
        src.position(src.position() + engine.consumed());
    }

    /** For buffers without an array; dropped with the connection. */
    byte[] plain(int wanted) {
        int length = Math.min(wanted, 1 << 16);
        if (plain.length < length) plain = new byte[length];
        return plain;
    }

    /** Reads what is there; false if nothing is. At the end the engine is told, and goes on to fail or not. */
    boolean fill() throws IOException {
        if (transportEnded) return false;
        int count = in.readFrom(channel);
        if (count < 0) endTransport();
        return count != 0;
    }

    private void endTransport() {
        transportEnded = true;
        engine.transportEnded();
    }

    /** The application reads no more, but a close_notify is still to be seen. */
    private void dropPlaintext() {
        byte[] buffer = plain(1 << 15);
        try {
            do {
                if (receive(buffer, 0, buffer.length) != Progress.NEEDS_ROOM) return;
            } while (engine.produced() > 0);
        } catch (TlsFault over) {
            // The connection failed, then or before: what still comes means nothing.
            in.drop();
        }
    }

    /** Hands the slow step that the engine waits for to the executor, once; true if it is done already. */
    boolean isTaskDone() {
        Optional<TlsTask> waiting = engine.task();
        if (waiting.isEmpty()) return true;
        TlsTask task = waiting.get();
        if (running != task) {
            running = task;
            executor.execute(task);
            task.done().thenRun(wakeUp);
        }
        return task.isDone();
    }

    TlsException failed(TlsFault fault) {
        try {
            flush();
        } catch (IOException gone) {
            // The alert can't be sent; the fault is the news.
        }
        return new TlsException(fault);
    }
}
