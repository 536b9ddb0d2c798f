package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An engine and the lock that makes it one thread's at a time. The lock is held while the engine computes, never while a
 * socket is read or written: a peer that does not read must not keep us from reading.
 */
final class GuardedEngine {

    final TlsEngine engine;
    final ReentrantLock lock = new ReentrantLock();

    GuardedEngine(TlsEngine engine) {
        this.engine = engine;
    }

    /** Asks or tells the engine something. */
    <T> T with(Function<TlsEngine, T> use) {
        lock.lock();
        try {
            return use.apply(engine);
        } finally {
            lock.unlock();
        }
    }

    boolean hasOutput() {
        lock.lock();
        try {
            return engine.hasOutput();
        } finally {
            lock.unlock();
        }
    }

    /** Runs the step that the engine waits for, or waits for its answer if it is on its way. */
    void awaitTask(Deadline deadline) throws IOException {
        Optional<TlsTask> waiting = with(TlsEngine::task);
        if (waiting.isEmpty()) return;
        TlsTask task = waiting.get();
        task.run();
        try {
            task.done().toCompletableFuture().get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw deadline.timeout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to " + task.name());
        } catch (ExecutionException never) {
            throw new IllegalStateException("a task's end is never exceptional", never);
        }
    }
}
