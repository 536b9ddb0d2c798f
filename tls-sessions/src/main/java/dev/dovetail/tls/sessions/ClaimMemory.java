package dev.dovetail.tls.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * What was claimed, each until its time is over. Nothing leaves earlier: where the memory is full, no more is claimed,
 * because forgetting a claim would let it be made again.
 */
final class ClaimMemory {

    private final int most;
    private final AtomicInteger count = new AtomicInteger();
    // The value is how long the claim is remembered. Without a bound of its own the cache evicts nothing.
    private final Cache<Name, Long> claims;

    ClaimMemory(int most, LongSupplier ticker) {
        this.most = most;
        this.claims = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker::getAsLong)
                .expireAfter(Expiry.<Name, Long>creating((name, nanos) -> Duration.ofNanos(nanos)))
                .removalListener((name, nanos, cause) -> count.decrementAndGet())
                .build();
    }

    /** Whether this claim is the first. */
    boolean claim(Name name, Duration memory) {
        if (!reserve()) return false;
        if (claims.asMap().putIfAbsent(name, Nanos.of(memory)) == null) return true;
        count.decrementAndGet();
        return false;
    }

    private boolean reserve() {
        if (reserveAtOnce()) return true;
        // What has lived its time counts until somebody looks.
        claims.cleanUp();
        return reserveAtOnce();
    }

    private boolean reserveAtOnce() {
        if (count.incrementAndGet() <= most) return true;
        count.decrementAndGet();
        return false;
    }

    long size() {
        claims.cleanUp();
        return claims.estimatedSize();
    }

    void clear() {
        claims.invalidateAll();
    }
}
