package dev.dovetail.tls.peers.soak;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** An engine on a socket: everything that happens on one end of a connection. For the thread of its event loop. */
final class TlsLink implements EventLoop.Ready {

    /** So long may a connection stand still, however busy the machine is. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int LAST_WORDS = 8;

    private final EventLoop loop;
    private final Workers workers;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final SSLEngine engine;
    private final Owner owner;
    private final Wire wire;
    private final Deque<ByteBuffer> data = new ArrayDeque<>();
    private ByteBuffer input = NOTHING;
    private long moved = System.nanoTime();
    private boolean working;
    private boolean finished;
    private boolean established;
    private boolean inputEnded;
    private boolean endOfStream;
    private boolean closing;
    private boolean failed;
    private boolean closed;

    /** Whose end it is. */
    interface Owner {

        /** The handshake is through. */
        void established();

        /** Data has come; the buffer is used again afterwards. */
        void received(ByteBuffer bytes);

        /** The peer has ended its direction, as it should. */
        void inputEnded();

        /** Something went wrong; {@link #closed()} follows. */
        void failed(Exception reason);

        /** It is over, whatever happened before. */
        void closed();
    }

    /** On a socket that is connected. */
    TlsLink(EventLoop loop, Workers workers, SocketChannel channel, SSLEngine engine, Owner owner) throws IOException {
        this.loop = loop;
        this.workers = workers;
        this.channel = channel;
        this.engine = engine;
        this.owner = owner;
        this.wire = new Wire(channel);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = loop.register(channel, SelectionKey.OP_READ, this);
    }

    /** Begins the handshake. */
    void start() {
        try {
            engine.beginHandshake();
            advance();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    /** Sends data; the buffer belongs to the link from here on. */
    void send(ByteBuffer bytes) {
        data.add(bytes);
        moved = System.nanoTime();
    }

    /** Ends our direction, after all data. */
    void closeOutput() {
        closing = true;
    }

    /** New keys, where TLS 1.3 is spoken. Answers whether it can be now. */
    boolean updateKeys() {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (working || closing || inputEnded || status != HandshakeStatus.NOT_HANDSHAKING) return false;
        try {
            engine.beginHandshake();
            return true;
        } catch (IOException | RuntimeException e) {
            fail(e);
            return false;
        }
    }

    /** Puts bytes on the wire that no engine has made. */
    void inject(byte[] bytes) {
        try {
            wire.send(ByteBuffer.wrap(bytes));
            listen();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Closes TCP and says nothing. */
    void drop() {
        close();
    }

    /** Resets TCP. */
    void reset() {
        try {
            if (!closed) channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The peer has done so before.
        }
        close();
    }

    boolean isClosed() {
        return closed;
    }

    /** Does what can be done now; to be called after {@link #send} and {@link #closeOutput} from outside. */
    void advance() {
        if (closed || working) return;
        try {
            while (!closed && !working && step()) moved = System.nanoTime();
            if (closed) return;
            if (endOfStream && !working) engine.closeInbound();
            if (engine.isInboundDone() && engine.isOutboundDone() && wire.isEmpty()) close();
            else listen();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public void ready() {
        try {
            boolean flushed = wire.flush();
            if (failed) {
                if (flushed) close();
                return;
            }
            if (key.isReadable() && !working) read();
            advance();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        keepInput();
    }

    @Override
    public void sweep(long now) {
        if (now - moved > PATIENCE.toNanos()) {
            fail(new IOException("stands still for " + PATIENCE.toSeconds() + " s: " + this));
            close();
        }
    }

    private void read() throws IOException {
        ByteBuffer incoming = loop.incoming().put(input);
        int count = channel.read(incoming);
        input = incoming.flip();
        if (count > 0) moved = System.nanoTime();
        if (count < 0) endOfStream = true;
    }

    /** The loop's buffer is for everybody. */
    private void keepInput() {
        if (input.hasRemaining())
            input = ByteBuffer.allocate(input.remaining()).put(input).flip();
        else input = NOTHING;
    }

    /** One thing of all that can be done; answers whether there was one. */
    private boolean step() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            work();
            return false;
        }
        if (status == HandshakeStatus.NEED_WRAP && seal()) return true;
        if (finished && !established) {
            established = true;
            owner.established();
            return true;
        }
        if (open()) return true;
        if (engine.isInboundDone() && !inputEnded) {
            inputEnded = true;
            owner.inputEnded();
            return true;
        }
        // What the handshake wants to say goes out at once, data only while the socket takes it.
        if (established && !data.isEmpty() && wire.flush() && seal()) return true;
        return closing && data.isEmpty() && !engine.isOutboundDone() && closeOutbound();
    }

    private void work() {
        List<Runnable> tasks = new ArrayList<>();
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) tasks.add(task);
        working = true;
        listen();
        workers.run(() -> {
            try {
                tasks.forEach(Runnable::run);
                loop.execute(this::worked);
            } catch (RuntimeException e) {
                loop.execute(() -> fail(e));
            }
        });
    }

    private void worked() {
        working = false;
        moved = System.nanoTime();
        advance();
        if (!closed) keepInput();
    }

    private boolean seal() throws IOException {
        ByteBuffer first = data.peek();
        SSLEngineResult result = wrap(first == null ? NOTHING : first);
        if (first != null && !first.hasRemaining()) data.remove();
        return result.bytesConsumed() + result.bytesProduced() > 0;
    }

    private boolean closeOutbound() throws IOException {
        engine.closeOutbound();
        return wrap(NOTHING).bytesProduced() > 0;
    }

    private SSLEngineResult wrap(ByteBuffer source) throws IOException {
        ByteBuffer sealed = loop.sealed();
        SSLEngineResult result = engine.wrap(source, sealed);
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished = true;
        wire.send(sealed.flip());
        return result;
    }

    private boolean open() throws IOException {
        if (!input.hasRemaining() || engine.isInboundDone()) return false;
        ByteBuffer opened = loop.opened();
        HandshakeStatus before = engine.getHandshakeStatus();
        SSLEngineResult result = engine.unwrap(input, opened);
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            throw new IllegalStateException("wants room for more than " + opened.capacity() + " bytes");
        }
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished = true;
        if (opened.flip().hasRemaining()) owner.received(opened);
        return result.bytesConsumed() > 0 || engine.getHandshakeStatus() != before;
    }

    private void fail(Exception reason) {
        if (closed) return;
        if (failed) {
            close();
            return;
        }
        failed = true;
        owner.failed(reason);
        if (closed) return;
        data.clear();
        lastWords();
        if (wire.isEmpty()) close();
        else listen();
    }

    /** The alert, if there is one. */
    private void lastWords() {
        try {
            for (int i = 0; i < LAST_WORDS && !working && wants(HandshakeStatus.NEED_WRAP); i++) wrap(NOTHING);
        } catch (IOException gone) {
            // It failed before; the alert may not find its way.
        } catch (RuntimeException e) {
            owner.failed(e);
        }
    }

    private boolean wants(HandshakeStatus status) {
        return engine.getHandshakeStatus() == status && !engine.isOutboundDone();
    }

    private void close() {
        if (closed) return;
        closed = true;
        data.clear();
        try {
            channel.close();
        } catch (IOException e) {
            owner.failed(e);
        }
        owner.closed();
    }

    private void listen() {
        if (!key.isValid()) return;
        int reading = working || endOfStream || failed ? 0 : SelectionKey.OP_READ;
        int writing = wire.isEmpty() ? 0 : SelectionKey.OP_WRITE;
        key.interestOps(reading | writing);
    }

    /** What it does at the moment. */
    @Override
    public String toString() {
        return engine.getHandshakeStatus()
                + (established ? ", established" : "")
                + (inputEnded ? ", input ended" : "")
                + (endOfStream ? ", end of stream" : "")
                + (engine.isOutboundDone() ? ", output ended" : "")
                + ", " + data.size() + " waiting, " + input.remaining() + " not opened";
    }
}
