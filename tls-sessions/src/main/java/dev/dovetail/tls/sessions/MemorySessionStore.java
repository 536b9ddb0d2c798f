package dev.dovetail.tls.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.dovetail.tls.handshake.session.SessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in the memory of this process: at most so many, of so many bytes, each for its own time. Answers at
 * once, on the calling thread, and starts no thread. For many threads.
 *
 * <p>Where there is no more room, the sessions leave that have the least time left: a new one is always kept. Claims
 * are apart from sessions, with a bound of their own: no flood of sessions makes a claim leave, and where claims are
 * full, more are refused.
 */
public final class MemorySessionStore implements SessionStore {

    // Measured with short ids: the cache's node, its place in the table, the objects of name and session, array
    // headers.
    static final int OVERHEAD = 208;

    // Choice: so many leave at once that looking for them is rare, and so few that nobody misses them.
    private static final int ROOM = 128;

    private record Kept(byte[] sealed, long nanos, int cost) {}

    private final Cache<Name, Kept> sessions;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ClaimMemory claims;
    private final long mostSessions;
    private final long mostBytes;
    private final Duration longest;
    private final LongSupplier ticker;
    private final boolean refusesClaimsAtFirst;
    private final long born;
    private volatile boolean closed;

    private MemorySessionStore(Builder builder) {
        this.longest = builder.longest;
        this.ticker = builder.ticker;
        this.refusesClaimsAtFirst = builder.refusesClaimsAtFirst;
        this.born = ticker.getAsLong();
        this.claims = new ClaimMemory(builder.claims, ticker);
        this.mostSessions = builder.sessions;
        this.mostBytes = builder.bytes;
        // Without a bound of the cache's own: it would keep what is asked for again and again, and refuse what is new.
        // But
        // most sessions are asked for once, soon, and then never.
        this.sessions = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker::getAsLong)
                .expireAfter(Expiry.<Name, Kept>writing((name, kept) -> Duration.ofNanos(kept.nanos())))
                .<Name, Kept>removalListener((name, kept, cause) -> gone(kept))
                .build();
    }

    /**
     * A store with the usual bounds: 100,000 sessions of together 128 MiB, 250,000 claims.
     *
     * @return the store; the caller closes it
     */
    public static MemorySessionStore usual() {
        return configured().build();
    }

    /**
     * A store with other bounds.
     *
     * @return what builds it, with the usual bounds
     */
    public static Builder configured() {
        return new Builder();
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        long cost = (long) id.length + sealed.length + OVERHEAD;
        if (closed || lifetime.isNegative() || lifetime.isZero() || cost > mostBytes || cost > Integer.MAX_VALUE) {
            return answer(false);
        }
        Duration bounded = lifetime.compareTo(longest) < 0 ? lifetime : longest;
        Kept kept = new Kept(sealed.clone(), Nanos.of(bounded), (int) cost);
        count.incrementAndGet();
        bytes.addAndGet(cost);
        sessions.put(Name.of(id), kept);
        if (isOver(0)) makeRoom();
        if (closed) sessions.invalidateAll();
        return answer(!closed);
    }

    private synchronized void makeRoom() {
        // What has lived its time goes first.
        sessions.cleanUp();
        while (isOver(0)) {
            Set<Name> leaving = oldest();
            // Others count what they have not put yet.
            if (leaving.isEmpty()) return;
            for (Name oldest : leaving) {
                if (!isOver(ROOM)) return;
                sessions.invalidate(oldest);
            }
        }
    }

    private Set<Name> oldest() {
        return sessions.policy()
                .expireVariably()
                .orElseThrow()
                .oldest((int) Math.min(mostSessions / ROOM + 1, 1000))
                .keySet();
    }

    /** Whether more is here than may be, a part of it left free if that is to be. */
    private boolean isOver(int part) {
        long room = part == 0 ? 0 : mostSessions / part;
        long free = part == 0 ? 0 : mostBytes / part;
        return count.get() > mostSessions - room || bytes.get() > mostBytes - free;
    }

    private void gone(@Nullable Kept kept) {
        if (kept == null) return;
        count.decrementAndGet();
        bytes.addAndGet(-kept.cost());
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return answer(Optional.ofNullable(sessions.getIfPresent(Name.of(id)))
                .map(kept -> kept.sealed().clone()));
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        // Nobody else has the array any more, so it needs no copy.
        return answer(Optional.ofNullable(sessions.asMap().remove(Name.of(id))).map(Kept::sealed));
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        sessions.invalidate(Name.of(id));
        return CompletableFuture.allOf();
    }

    /**
     * {@inheritDoc}
     *
     * <p>False too where the claims are full: none is forgotten before its time.
     */
    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        Nanos.positive(memory, "the memory of a claim");
        if (closed) return answer(false);
        if (refusesClaimsAtFirst && ticker.getAsLong() - born < Nanos.of(memory)) return answer(false);
        return answer(claims.claim(Name.bounded(name), memory));
    }

    /**
     * How many sessions are kept.
     *
     * @return those that live
     */
    public long sessions() {
        sessions.cleanUp();
        return count.get();
    }

    /**
     * What the sessions cost: their bytes, and what the store needs around them.
     *
     * @return bytes of memory, about
     */
    public long bytes() {
        sessions.cleanUp();
        return bytes.get();
    }

    /**
     * How many claims are remembered.
     *
     * @return those whose time is not over
     */
    public long claims() {
        return claims.size();
    }

    @Override
    public void close() {
        closed = true;
        sessions.invalidateAll();
        claims.clear();
    }

    /** Figures only. */
    @Override
    public String toString() {
        return "MemorySessionStore[" + sessions() + " sessions, " + bytes() + " bytes, " + claims() + " claims]";
    }

    private static <T> CompletionStage<T> answer(T value) {
        return CompletableFuture.completedFuture(value);
    }

    /** Builds a store. Not for several threads. */
    public static final class Builder {

        // Choice: a session without a client's certificate costs about 600 bytes, so 100,000 of them half of this; one
        // with a chain costs 2 to 4 KiB, and some 40,000 of those fit.
        private int sessions = 100_000;
        private long bytes = 128L << 20;
        // Choice: 3,000 early data a second over the 80 seconds in which they could be sent again (twice the usual
        // freshness
        // and a minute); about 50 MiB.
        private int claims = 250_000;
        // RFC 8446 4.6.1: no ticket is of use for longer than seven days.
        private Duration longest = Duration.ofDays(7);
        private LongSupplier ticker = System::nanoTime;
        private boolean refusesClaimsAtFirst = true;

        private Builder() {}

        /**
         * How many sessions are kept.
         *
         * @param most more than none
         * @return this
         */
        public Builder sessions(int most) {
            if (most < 1) throw new IllegalArgumentException("a store keeps a session at least, not " + most);
            this.sessions = most;
            return this;
        }

        /**
         * What sessions may cost together.
         *
         * @param most bytes of memory, more than none
         * @return this
         */
        public Builder bytes(long most) {
            if (most < 1) throw new IllegalArgumentException("a session costs memory, not " + most + " bytes");
            this.bytes = most;
            return this;
        }

        /**
         * How many claims are remembered; more are refused.
         *
         * @param most each costs about 200 bytes; with 0 every claim is refused
         * @return this
         */
        public Builder claims(int most) {
            if (most < 0) throw new IllegalArgumentException("there are no " + most + " claims");
            this.claims = most;
            return this;
        }

        /**
         * How long a session is kept at most, whatever its own lifetime is.
         *
         * @param longest seven days, unless set
         * @return this
         */
        public Builder longest(Duration longest) {
            this.longest = Nanos.positive(longest, "a session's life");
            return this;
        }

        /**
         * Takes claims from the first moment on. A store that has just begun does not know what an earlier process took, so
         * otherwise it refuses each claim for as long as that has to be remembered (RFC 8446 8.2). Right only where no
         * ticket is older than the store: with keys that are in the memory of this process, and in tests.
         *
         * @return this
         */
        public Builder claimAtOnce() {
            refusesClaimsAtFirst = false;
            return this;
        }

        /**
         * What time is read from, for tests.
         *
         * @param nanoseconds since some moment; never goes back
         * @return this
         */
        public Builder ticker(LongSupplier nanoseconds) {
            this.ticker = nanoseconds;
            return this;
        }

        /**
         * The store.
         *
         * @return empty; the caller closes it
         */
        public MemorySessionStore build() {
            return new MemorySessionStore(this);
        }
    }
}
