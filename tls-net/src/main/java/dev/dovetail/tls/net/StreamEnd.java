package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** How a stream ends, in order or not: what the peer is still told, and what can be asked afterwards. */
final class StreamEnd {

    // Choice: how long, and for how many bytes, we listen to a peer after a fatal alert, so that TCP delivers the
    // alert.
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int MOST_DRAINED = 1 << 22;

    private final Socket socket;
    private final SocketUse use;
    private final GuardedEngine guarded;
    private final StreamInput in;
    private final StreamOutput out;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private volatile boolean inOrder;
    private volatile @Nullable Epitaph epitaph;

    /** What can still be asked when the engine has forgotten everything. */
    private record Epitaph(Ending ending, Optional<TlsFault> failure) {}

    StreamEnd(Socket socket, SocketUse use, GuardedEngine guarded, StreamInput in, StreamOutput out) {
        this.socket = socket;
        this.use = use;
        this.guarded = guarded;
        this.in = in;
        this.out = out;
    }

    Ending ending() {
        Epitaph last = epitaph;
        if (last != null) return last.ending();
        Ending told = guarded.with(TlsEngine::ending);
        return told == Ending.OPEN && in.endAccepted() && !in.closed() ? Ending.TRUNCATED : told;
    }

    Optional<TlsFault> failure() {
        Epitaph last = epitaph;
        return last == null ? guarded.with(TlsEngine::failure) : last.failure();
    }

    boolean isClosed() {
        return closed.get();
    }

    /** True for the one caller who is to close. */
    boolean beginClosing() {
        return closed.compareAndSet(false, true);
    }

    void refuseClosed() throws IOException {
        if (closed.get()) throw new IOException("this connection is closed");
    }

    /** Ends a connection that failed: the alert first, then the socket. */
    IOException abandoned(TlsFault fault) {
        if (closed.get()) return new IOException("this connection is closed", fault);
        if (abandoned.compareAndSet(false, true)) {
            if (fault.fault().answered()) lastWords(Deadline.in(LINGER, "the peer did not close"));
            shut();
        }
        return new TlsException(fault);
    }

    /** What an error of the socket means: the fault that came before it, or truncation, or the error itself. */
    IOException explained(IOException broken) {
        if (broken instanceof TlsException || closed.get()) return broken;
        if (in.lock.tryLock()) {
            try {
                listenForReason();
            } finally {
                in.lock.unlock();
            }
        }
        Optional<TlsFault> known = failure();
        if (known.isEmpty()) return broken;
        return abandoned(known.get().causedBy(broken));
    }

    /** Ends a handshake that is not done: the peer is told that it was called off. */
    void callOff() {
        sayGoodbye();
        if (abandoned.compareAndSet(false, true)) lastWords(Deadline.in(LINGER, "the peer did not close"));
        shut();
    }

    /** Ends a standing connection: close_notify, the peer's, and TCP's end. */
    void farewell(Duration time) {
        if (abandoned.get()) return;
        try {
            sayGoodbye();
            boolean said = out.finish(Deadline.in(time, "the peer did not read"));
            if (!use.peerAwaited()) in.drainArrived(MOST_DRAINED);
            else if (ending() == Ending.OPEN) in.awaitEnd(MOST_DRAINED, Deadline.in(time, "the peer did not close"));
            inOrder = said && ending() == Ending.CLOSE_NOTIFY;
        } catch (IOException | TlsFault late) {
            // Whatever happens now, the connection ends; ending() tells how.
        }
    }

    /** Our close_notify, or the alert that calls a handshake off: to be flushed. */
    void sayGoodbye() {
        guarded.with(engine -> {
            engine.closeWrite();
            return true;
        });
    }

    /** Lets the socket go, wipes every secret, and gives the arrays back. */
    void forget(boolean begun) {
        if (use.leftOpen() && (inOrder || !begun)) leaveOpen();
        else shut();
        guarded.with(engine -> {
            epitaph = new Epitaph(ending(), engine.failure());
            engine.close();
            return true;
        });
        // A thread that still reads finds the socket closed, and lets go; its array goes with it.
        if (!in.lock.tryLock()) return;
        try {
            in.release();
        } finally {
            in.lock.unlock();
        }
    }

    /** The alert must not be lost to a TCP reset, which unread bytes would cause. */
    private void lastWords(Deadline deadline) {
        try {
            out.finish(deadline);
            if (closed.get() && !use.peerAwaited()) {
                in.drainArrived(MOST_DRAINED);
                return;
            }
            // Without the lock another thread is reading: it meets the same fault, or the socket's end.
            if (!in.lock.tryLock()) return;
            try {
                in.drain(MOST_DRAINED, deadline);
            } finally {
                in.lock.unlock();
            }
        } catch (IOException unreachable) {
            // The peer has gone already, and nobody is left to be told.
        }
    }

    /** An alert of the peer may have arrived before the transport broke; without one the connection is cut off. */
    private void listenForReason() {
        try {
            while (in.ready()) {
                if (in.feed() != Progress.NEEDS_INPUT) return;
                in.fill(Deadline.in(LINGER, "nothing came"));
            }
            if (in.feed() == Progress.NEEDS_INPUT) in.endTransport();
        } catch (IOException silent) {
            in.endTransport();
        } catch (TlsFault reason) {
            // That is the reason; the engine keeps it.
        }
    }

    private void leaveOpen() {
        try {
            in.restoreTimeout();
        } catch (IOException gone) {
            // Its owner has closed it meanwhile.
        }
    }

    private void shut() {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed all the same.
        }
    }
}
