package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The reading side of a stream: bytes of the socket that are not yet consumed, and where the engine left off. Its lock
 * makes it one reading thread's; every method wants it held.
 */
final class StreamInput {

    private static final byte[] EMPTY = new byte[0];
    // Choice: most answers and handshake messages fit; a connection that waits holds no more than this.
    private static final int SMALL = 2048;
    private static final int BULK = 1 << 14;
    // RFC 8446 5.1: type, version and length stand before each record.
    private static final int HEADER = 5;
    private static final int NOT_TOUCHED = -1;

    final ReentrantLock lock = new ReentrantLock();
    private final GuardedEngine guarded;
    private final Socket socket;
    private final SocketUse use;
    private @Nullable InputStream in;
    private final byte[] small = new byte[SMALL];
    private byte[] net = small;
    private int start;
    private int end;
    private boolean bulk;
    private boolean transportEnded;
    private int timeoutBefore = NOT_TOUCHED;
    private volatile boolean endAccepted;
    private volatile boolean closed;
    private int produced;

    StreamInput(GuardedEngine guarded, Socket socket, SocketUse use) {
        this.guarded = guarded;
        this.socket = socket;
        this.use = use;
    }

    /** Gives the engine what there is, without plaintext in return: for handshakes. */
    Progress feed() {
        return receive(EMPTY, 0, 0);
    }

    /** Gives the engine what there is; {@link #produced()} bytes of plaintext are then in {@code out}. */
    Progress receive(byte[] out, int offset, int length) {
        guarded.lock.lock();
        try {
            TlsEngine engine = guarded.engine;
            try {
                return engine.receive(net, start, end - start, out, offset, length);
            } finally {
                start += engine.consumed();
                produced = engine.produced();
            }
        } finally {
            guarded.lock.unlock();
        }
    }

    int produced() {
        return produced;
    }

    /** Reads more from the socket. At its end the engine is told, which fails unless the peer said goodbye. */
    void fill(Deadline deadline) throws IOException {
        if (!transportEnded && !fetch(deadline)) endTransport();
    }

    /** The same; false at an end that somebody wants to be taken for one, of which the engine learns nothing. */
    boolean fillOrEnd(Deadline deadline) throws IOException {
        if (endAccepted) return false;
        if (transportEnded || fetch(deadline)) return true;
        if (use.truncationAccepted() || closed) {
            transportEnded = true;
            endAccepted = true;
            return false;
        }
        endTransport();
        return true;
    }

    /** Whether the transport ended without close_notify, and nobody minds. */
    boolean endAccepted() {
        return endAccepted;
    }

    /** Has the transport's end taken for one from now on: it is we who want no more. May be called without the lock. */
    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    /** False at the end. */
    private boolean fetch(Deadline deadline) throws IOException {
        makeRoom();
        int room = Math.min(net.length - end, wanted());
        int count = read(net, end, room, deadline);
        if (count < 0) return false;
        end += count;
        bulk = !use.leftOpen() && (count == room || count >= BULK);
        return true;
    }

    /** From a socket that is left open one record at most is taken: the byte behind the last one is not ours. */
    private int wanted() {
        if (!use.leftOpen()) return Integer.MAX_VALUE;
        int there = end - start;
        if (there < HEADER) return HEADER - there;
        return HEADER + ((net[start + 3] & 0xff) << 8 | net[start + 4] & 0xff) - there;
    }

    /** The socket has ended, or has broken, which is no better. */
    void endTransport() {
        transportEnded = true;
        guarded.with(engine -> {
            engine.transportEnded();
            return true;
        });
    }

    /**
     * Reads and drops until the peer's end, so that the socket's closing does not reset what we sent last: TCP does that
     * when unread bytes are there. Stops after so many bytes, or at the deadline.
     */
    void drain(int most, Deadline deadline) {
        byte[] dump = NetArrays.take();
        try {
            for (int seen = 0; seen < most && !transportEnded; ) {
                int count = read(dump, 0, dump.length, deadline);
                if (count < 0) return;
                seen += count;
            }
        } catch (IOException over) {
            // The peer has gone, or takes too long: the socket is closed next, whatever happened.
        } finally {
            NetArrays.give(dump);
        }
    }

    /**
     * Reads on until the peer's end, dropping what it still sends, but not longer than this. If another thread is reading,
     * it is waited for: it gets what comes.
     */
    void awaitEnd(int most, Deadline deadline) throws IOException {
        try {
            if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        byte[] dropped = new byte[2 * BULK];
        try {
            for (int seen = 0; seen < most; seen += produced) {
                Progress progress = receive(dropped, 0, dropped.length);
                if (progress == Progress.CLOSED || transportEnded) return;
                if (progress == Progress.NEEDS_INPUT) fill(deadline);
            }
        } finally {
            Arrays.fill(dropped, (byte) 0);
            lock.unlock();
        }
    }

    /** Reads and drops what has arrived, and waits for nothing; leaves it to another thread that is reading. */
    void drainArrived(int most) throws IOException {
        if (!lock.tryLock()) return;
        byte[] dump = NetArrays.take();
        try {
            for (int seen = 0; seen < most && ready(); ) {
                int count = source().read(dump, 0, dump.length);
                if (count < 0) return;
                seen += count;
            }
        } finally {
            NetArrays.give(dump);
            lock.unlock();
        }
    }

    /** Sets the socket's time-out back to what its owner had set. */
    void restoreTimeout() throws IOException {
        if (timeoutBefore != NOT_TOUCHED) socket.setSoTimeout(timeoutBefore);
    }

    /** Whether a read would find bytes at once. */
    boolean ready() throws IOException {
        return !transportEnded && source().available() > 0;
    }

    /** Forgets what was not read, and gives the large array back. */
    void release() {
        if (net != small) NetArrays.give(net);
        net = small;
        start = 0;
        end = 0;
    }

    private int read(byte[] out, int offset, int length, Deadline deadline) throws IOException {
        if (!deadline.isOfSocket()) {
            if (timeoutBefore == NOT_TOUCHED) timeoutBefore = socket.getSoTimeout();
            socket.setSoTimeout(deadline.socketTimeout());
        }
        try {
            return source().read(out, offset, length);
        } catch (SocketTimeoutException unspecific) {
            throw deadline.isOfSocket() ? unspecific : deadline.timeout();
        }
    }

    private InputStream source() throws IOException {
        InputStream source = in;
        if (source == null) {
            InputStream rest = socket.getInputStream();
            source = use.consumed()
                    .<InputStream>map(before -> new BytesBefore(before, rest))
                    .orElse(rest);
            in = source;
        }
        return source;
    }

    /** A large array while bytes come in bulk or a record is longer than the small one, else the small one. */
    private void makeRoom() {
        if (start == end) {
            start = 0;
            end = 0;
            if (bulk == (net == small)) exchange(bulk ? NetArrays.take() : small);
            return;
        }
        if (start > 0) {
            System.arraycopy(net, start, net, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == net.length) exchange(NetArrays.take());
    }

    private void exchange(byte[] next) {
        System.arraycopy(net, start, next, 0, end - start);
        if (net != small) NetArrays.give(net);
        net = next;
    }
}
