package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
    private volatile boolean earlyTaken;
    private @Nullable Deadline limit;
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
        step(deadline -> {
            shakeHands(deadline);
            done = true;
            return 0;
        });
    }

    /** Reads early data of a client; -1 behind its end, or once the handshake is done without any. */
    int readEarly(byte[] out, int offset, int length) throws IOException {
        lock.lock();
        try {
            return done && !guarded.with(TlsEngine::earlyDataOpen)
                    ? -1
                    : step(deadline -> readEarly(out, offset, length, deadline));
        } finally {
            lock.unlock();
        }
    }

    /** What sends early data, in front of the handshake; nothing is sent once that is under way. */
    int sendEarly(EarlySending sending) throws IOException {
        lock.lock();
        try {
            if (done) return 0;
            begun = true;
            return sending.send();
        } finally {
            lock.unlock();
        }
    }

    /** Sends early data. */
    @FunctionalInterface
    interface EarlySending {
        int send() throws IOException;
    }

    /** Whether early data was taken, so that it may be answered at once. */
    boolean earlyTaken() {
        return earlyTaken;
    }

    @FunctionalInterface
    private interface Step {
        int until(Deadline deadline) throws IOException;
    }

    /** One for all steps of the handshake: who sends early data byte by byte gets no more time than others. */
    private Deadline deadline() {
        if (ownTimeouts) return Deadline.ofSocket();
        Deadline before = limit;
        Deadline now = before == null ? Deadline.in(timeout, "the handshake was not done") : before;
        limit = now;
        return now;
    }

    private int step(Step step) throws IOException {
        in.lock.lock();
        try {
            end.refuseClosed();
            begun = true;
            return step.until(deadline());
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

    private int readEarly(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
        while (true) {
            out.flush();
            Progress progress = in.feed();
            int count = guarded.with(engine -> engine.receiveEarly(buffer, offset, length));
            boolean open = guarded.with(TlsEngine::earlyDataOpen);
            boolean over = earlyTaken && !open;
            earlyTaken |= open || count > 0;
            if (count > 0) return count;
            if (over || guarded.with(TlsEngine::connected)) {
                out.flush();
                return -1;
            }
            switch (progress) {
                case NEEDS_TASK -> guarded.awaitTask(deadline);
                case NEEDS_INPUT -> {
                    out.flush();
                    in.fill(deadline);
                }
                case EARLY_DATA, NEEDS_ROOM -> {}
                case CLOSED -> {
                    return -1;
                }
            }
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
                case EARLY_DATA ->
                    throw new IllegalStateException(
                            "the client has sent early data: read it to its end first (TlsStream.early)");
                case NEEDS_ROOM, CLOSED -> {
                    out.flush();
                    return;
                }
            }
        }
    }
}
