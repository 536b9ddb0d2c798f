package dev.dovetail.tls.sessions;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that does what a test wants. */
final class ScriptedStore implements SessionStore {

    /** How it behaves. */
    enum Mood {
        ANSWERS,
        SILENT,
        FAILS,
        THROWS,
        ANSWERS_NULL
    }

    final AtomicInteger calls = new AtomicInteger();
    volatile Mood mood = Mood.ANSWERS;
    volatile CompletableFuture<Optional<byte[]>> found = CompletableFuture.completedFuture(Optional.of(new byte[] {7}));
    volatile boolean closed;

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        return inMood(CompletableFuture.completedFuture(true));
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return inMood(found);
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return inMood(found);
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return inMood(CompletableFuture.allOf());
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return inMood(CompletableFuture.completedFuture(true));
    }

    private <T> CompletionStage<T> inMood(CompletableFuture<T> answer) {
        calls.incrementAndGet();
        return switch (mood) {
            case ANSWERS -> answer;
            case SILENT -> new CompletableFuture<>();
            case FAILS -> CompletableFuture.failedFuture(new IllegalStateException("out of order"));
            case THROWS -> throw new IllegalStateException("out of order");
            case ANSWERS_NULL -> CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
