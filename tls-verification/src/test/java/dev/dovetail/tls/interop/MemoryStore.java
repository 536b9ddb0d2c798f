package dev.dovetail.tls.interop;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A store for as long as a test takes: nothing in it grows old. For many threads. */
final class MemoryStore implements SessionStore {

    private final Map<String, byte[]> sessions = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    /** How many sessions there are. */
    int size() {
        return sessions.size();
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        sessions.put(text(id), sealed.clone());
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return CompletableFuture.completedFuture(
                Optional.ofNullable(sessions.get(text(id))).map(byte[]::clone));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(sessions.remove(text(id))));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        sessions.remove(text(id));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return CompletableFuture.completedFuture(claimed.add(text(name)));
    }

    @Override
    public void close() {
        sessions.clear();
        claimed.clear();
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
