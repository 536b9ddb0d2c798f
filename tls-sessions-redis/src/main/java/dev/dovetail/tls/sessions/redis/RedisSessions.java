package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.SessionStore;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sessions and claims as commands, without a bound for the time of an answer. */
final class RedisSessions implements SessionStore {

    private static final byte[] CLAIMED = {'1'};

    private final RedisPlace place;
    private final RedisLink link;
    private final Duration patience;
    private final boolean claimsAtOnce;
    private final byte[] since;

    RedisSessions(RedisPlace place, RedisLink link, Duration patience, boolean claimsAtOnce) {
        this.place = place;
        this.link = link;
        this.patience = patience;
        this.claimsAtOnce = claimsAtOnce;
        this.since = place.key("claims-since");
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        long millis = lifetime.toMillis();
        if (millis < 1) return CompletableFuture.completedFuture(false);
        byte[] value = sealed.clone();
        return link.ask(patience, redis -> redis.set(session(id), value, SetArgs.Builder.px(millis)))
                .thenApply("OK"::equals);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return link.ask(patience, redis -> redis.get(session(id)).thenApply(Optional::ofNullable));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return link.ask(patience, redis -> redis.getdel(session(id)).thenApply(Optional::ofNullable));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return link.ask(patience, redis -> redis.del(session(id))).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        if (memory.isZero() || memory.isNegative())
            throw new IllegalArgumentException("no time is no memory: " + memory);
        // Rounded up: at the least so long.
        long millis = memory.plusNanos(999_999).toMillis();
        byte[] key = place.key("c:", name);
        return link.ask(patience, redis -> {
            CompletionStage<Boolean> first =
                    redis.set(key, CLAIMED, SetArgs.Builder.nx().px(millis)).thenApply("OK"::equals);
            // Sent at once behind the claim, so both take one round trip; and behind it, so that no memory is lost
            // between.
            CompletionStage<Boolean> remembers =
                    claimsAtOnce ? CompletableFuture.completedFuture(true) : remembers(redis, millis);
            return remembers.thenCombine(first, Boolean::logicalAnd);
        });
    }

    /**
     * Whether Redis has kept claims for as long as they count. One that is new, or was emptied, does not know what was
     * claimed before (RFC 8446 8.2): the time since when it knows is among what it loses, and is then set anew. By its
     * own clock, so members need not agree about the time.
     */
    private CompletionStage<Boolean> remembers(RedisAsyncCommands<byte[], byte[]> redis, long millis) {
        return redis.get(since).thenCombine(redis.time(), (known, parts) -> {
            long now = number(parts.get(0)) * 1000 + number(parts.get(1)) / 1000;
            if (known != null) return now - number(known) >= millis;
            redis.set(since, Long.toString(now).getBytes(StandardCharsets.US_ASCII), SetArgs.Builder.nx());
            return false;
        });
    }

    private static long number(byte[] digits) {
        return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }

    private byte[] session(byte[] id) {
        return place.key("s:", id);
    }

    @Override
    public void close() {
        link.close();
    }
}
