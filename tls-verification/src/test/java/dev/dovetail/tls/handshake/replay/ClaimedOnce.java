package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A store that remembers for ever which names were claimed, and keeps no sessions. */
final class ClaimedOnce implements SessionStore {

    private final Set<ByteBuffer> claimed = ConcurrentHashMap.newKeySet();

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return CompletableFuture.completedFuture(claimed.add(ByteBuffer.wrap(name.clone())));
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
