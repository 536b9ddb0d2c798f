package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A store that remembers claims alone: enough for early data with tickets. */
final class RememberingStore implements SessionStore {

    private final Set<String> claims = ConcurrentHashMap.newKeySet();

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
        return find(id);
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return CompletableFuture.completedFuture(null);
    }

    /** Later, on another thread, as a store over the network would. */
    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return CompletableFuture.supplyAsync(() -> claims.add(HexFormat.of().formatHex(name)));
    }

    @Override
    public void close() {
        claims.clear();
    }
}
