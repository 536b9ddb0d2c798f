package dev.dovetail.tls.handshake;

import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store without end, that counts, and that can be told to be out of reach. */
final class TestStore implements SessionStore {

    final AtomicInteger operations = new AtomicInteger();
    final Map<String, byte[]> entries = new ConcurrentHashMap<>();
    private final Set<String> claims = ConcurrentHashMap.newKeySet();
    private volatile Optional<RuntimeException> broken = Optional.empty();
    private volatile boolean throwing;

    /** Every answer fails from now on. */
    void breakAnswers() {
        broken = Optional.of(new IllegalStateException("out of reach"));
    }

    /** Every question throws from now on. */
    void breakQuestions() {
        throwing = true;
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        return answer(() -> {
            entries.put(name(id), sealed.clone());
            return true;
        });
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return answer(() -> Optional.ofNullable(entries.get(name(id))));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return answer(() -> Optional.ofNullable(entries.remove(name(id))));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return answer(() -> entries.remove(name(id))).thenApply(old -> null);
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return answer(() -> claims.add(name(name)));
    }

    @Override
    public void close() {
        entries.clear();
        claims.clear();
    }

    private <T> CompletionStage<T> answer(Supplier<T> answer) {
        operations.incrementAndGet();
        if (throwing) throw new IllegalStateException("out of reach");
        return broken.<CompletionStage<T>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(answer.get()));
    }

    private static String name(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
