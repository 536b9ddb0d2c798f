package dev.dovetail.tls.peers;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A store that forgets nothing, for as long as a test takes. */
final class MemoryStore implements SessionStore {

    private final Map<ByteBuffer, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        kept.put(ByteBuffer.wrap(id.clone()), sealed);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(kept.get(ByteBuffer.wrap(id))));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(kept.remove(ByteBuffer.wrap(id))));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        kept.remove(ByteBuffer.wrap(id));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return CompletableFuture.completedFuture(kept.putIfAbsent(ByteBuffer.wrap(name.clone()), name) == null);
    }

    @Override
    public void close() {
        kept.clear();
    }
}
