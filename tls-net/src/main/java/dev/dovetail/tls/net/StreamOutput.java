package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.TlsEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The writing side of a stream. Its lock is held while the socket is written, so that records leave in the order in which
 * they were sealed. Who can't have the lock leaves bytes to its holder, who looks for them after letting go.
 */
final class StreamOutput {

    private final ReentrantLock lock = new ReentrantLock();
    private final GuardedEngine guarded;
    private final Socket socket;
    private final boolean leftOpen;
    private @Nullable OutputStream out;

    StreamOutput(GuardedEngine guarded, Socket socket, SocketUse use) {
        this.guarded = guarded;
        this.socket = socket;
        this.leftOpen = use.leftOpen();
    }

    /** Seals straight from the caller's array, and writes as many records at a time as an array takes. */
    void write(byte[] data, int offset, int length) throws IOException {
        lock.lock();
        byte[] records = NetArrays.take();
        try {
            for (int done = 0; done < length; ) {
                int taken;
                int sealed;
                guarded.lock.lock();
                try {
                    TlsEngine engine = guarded.engine;
                    sealed = engine.send(data, offset + done, length - done, records, 0, records.length);
                    taken = engine.consumed();
                } finally {
                    guarded.lock.unlock();
                }
                target().write(records, 0, sealed);
                done += taken;
            }
        } finally {
            NetArrays.give(records);
            lock.unlock();
        }
        flushIfFree();
    }

    /** Seals and writes early data, as much as may be sent now. Returns how much that is. */
    int writeEarly(byte[] data, int offset, int length) throws IOException {
        lock.lock();
        byte[] records = NetArrays.take();
        try {
            int done = 0;
            while (true) {
                int taken;
                int sealed;
                guarded.lock.lock();
                try {
                    TlsEngine engine = guarded.engine;
                    sealed = engine.sendEarly(data, offset + done, length - done, records, 0, records.length);
                    taken = engine.consumed();
                } finally {
                    guarded.lock.unlock();
                }
                target().write(records, 0, sealed);
                done += taken;
                if (sealed == 0 || done == length) return done;
            }
        } finally {
            NetArrays.give(records);
            lock.unlock();
        }
    }

    /** Writes what waits in the engine; waits for its turn. */
    void flush() throws IOException {
        lock.lock();
        try {
            transmit();
        } finally {
            lock.unlock();
        }
        flushIfFree();
    }

    /** Writes what waits in the engine, unless another thread is writing: it will see to it. */
    void flushIfFree() throws IOException {
        while (guarded.hasOutput() && lock.tryLock()) {
            try {
                transmit();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Writes what waits, as the last that is ever sent. False if its turn did not come before the deadline. */
    boolean finish(Deadline deadline) throws IOException {
        try {
            if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            transmit();
            if (!leftOpen && !socket.isOutputShutdown()) socket.shutdownOutput();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void transmit() throws IOException {
        if (!guarded.hasOutput()) return;
        byte[] records = NetArrays.take();
        try {
            while (true) {
                int count = guarded.with(engine -> engine.transmit(records, 0, records.length));
                if (count == 0) return;
                target().write(records, 0, count);
            }
        } finally {
            NetArrays.give(records);
        }
    }

    private OutputStream target() throws IOException {
        OutputStream target = out;
        if (target == null) {
            target = socket.getOutputStream();
            out = target;
        }
        return target;
    }
}
