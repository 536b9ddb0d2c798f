package dev.dovetail.tls.handshake;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A slow step of a handshake: a signature, a certificate chain, a key exchange. {@link #run()} may be called on any
 * thread; when {@link #done()} completes, the engine's next call goes on. Running it twice does nothing more.
 */
public final class TlsTask implements Runnable {

    private final String name;
    private final Supplier<? extends CompletionStage<?>> work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Object> result = new CompletableFuture<>();

    TlsTask(String name, Supplier<? extends CompletionStage<?>> work) {
        this.name = name;
        this.work = work;
    }

    /**
     * What it does.
     *
     * @return for example {@code sign CertificateVerify}
     */
    public String name() {
        return name;
    }

    /** Does the work. An exception of the work is kept for the engine, and fails the handshake there. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) return;
        try {
            work.get().whenComplete((value, failure) -> {
                if (failure != null) result.completeExceptionally(failure);
                else if (!result.complete(value)) closeUnused(value);
            });
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * Completes when the engine can go on.
     *
     * @return never exceptional: what failed is the engine's to report
     */
    public CompletionStage<Void> done() {
        return result.handle((value, failure) -> null);
    }

    /**
     * Whether the engine can go on.
     *
     * @return true once it is done
     */
    public boolean isDone() {
        return result.isDone();
    }

    /** Nobody goes on: who waits for the end is let go, and what the work brings, now or later, is closed. */
    void abandon() {
        if (!result.completeExceptionally(new CancellationException(name))) result.thenAccept(TlsTask::closeUnused);
    }

    private static void closeUnused(Object value) {
        if (!(value instanceof AutoCloseable secret)) return;
        try {
            secret.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a secret failed", e);
        }
    }

    CompletableFuture<Object> result() {
        return result;
    }
}
