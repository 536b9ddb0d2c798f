package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Counts what a store is asked. For one thread. */
final class CountingStore implements SessionStore {

    private final SessionStore store;
    private int operations;

    CountingStore(SessionStore store) {
        this.store = store;
    }

    /** How many since the last call. */
    int operations() {
        int count = operations;
        operations = 0;
        return count;
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        operations++;
        return store.put(id, sealed, lifetime);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        operations++;
        return store.find(id);
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        operations++;
        return store.take(id);
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        operations++;
        return store.remove(id);
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        operations++;
        return store.claim(name, memory);
    }

    @Override
    public void close() {
        store.close();
    }
}
