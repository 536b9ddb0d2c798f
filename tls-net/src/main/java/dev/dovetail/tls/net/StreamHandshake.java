package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The handshake of a stream: one thread does it, others wait for it. */
final class StreamHandshake {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final GuardedEngine guarded;
    private final StreamInput in;
    private final StreamOutput out;
    private final StreamEnd end;
    private final boolean ownTimeouts;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean begun;
    private volatile boolean done;
    private volatile Duration timeout = TIMEOUT;

    StreamHandshake(GuardedEngine guarded, StreamInput in, StreamOutput out, StreamEnd end, boolean ownTimeouts) {
        this.guarded = guarded;
        this.in = in;
        this.out = out;
        this.end = end;
        this.ownTimeouts = ownTimeouts;
    }

    boolean begun() {
        return begun;
    }

    boolean done() {
        return done;
    }

    void timeout(Duration time) {
        timeout = time;
    }

    void finish() throws IOException {
        if (done) return;
        // A verifier or a key look-up that reads would wait for itself, for ever.
        if (lock.isHeldByCurrentThread()) throw new IllegalStateException("a step of the handshake can't wait for it");
        lock.lock();
        try {
            // Asked before the lock of the input: a reader may hold that one for as long as the peer is silent.
            if (!done) shakeHands();
        } finally {
            lock.unlock();
        }
    }

    private void shakeHands() throws IOException {
        in.lock.lock();
        try {
            end.refuseClosed();
            begun = true;
            shakeHands(ownTimeouts ? Deadline.ofSocket() : Deadline.in(timeout, "the handshake was not done"));
            done = true;
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (InterruptedIOException late) {
            // The socket's own time-out is its owner's to judge: the next call goes on where this one stopped.
            if (!ownTimeouts || !(late instanceof SocketTimeoutException)) end.callOff();
            throw late;
        } catch (IOException broken) {
            throw end.explained(broken);
        } finally {
            in.lock.unlock();
        }
    }

    private void shakeHands(Deadline deadline) throws IOException {
        while (true) {
            out.flush();
            switch (in.feed()) {
                case NEEDS_TASK -> {
                    out.flush();
                    guarded.awaitTask(deadline);
                }
                case NEEDS_INPUT -> {
                    out.flush();
                    if (guarded.with(TlsEngine::connected)) return;
                    in.fill(deadline);
                }
                case NEEDS_ROOM, CLOSED -> {
                    out.flush();
                    return;
                }
            }
        }
    }
}
