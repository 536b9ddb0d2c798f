package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.sessions.GuardedSessionStore;
import dev.dovetail.tls.sessions.StoreEvent;
import dev.dovetail.tls.sessions.StoreFigures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Sessions and claims of a fleet, in Redis 6.2 or newer, or in Valkey. What it holds is sealed already, so who reads
 * Redis learns how many sessions there are, how long and how old they are, and no secret.
 *
 * <p>Only ordinary commands of one key each: {@code SET} with {@code PX} and {@code NX}, {@code GET}, {@code GETDEL},
 * {@code DEL}, {@code TIME}. Connects in the background; a server that is not there fails and delays nothing. No answer
 * takes longer than 100 ms, unless set otherwise: see {@link GuardedSessionStore}, which stands before it. For many
 * threads; answers come on the threads of Lettuce.
 */
public final class RedisSessionStore implements SessionStore {

    private final GuardedSessionStore guarded;
    private final RedisLink link;

    private RedisSessionStore(Builder builder) {
        this.link = builder.place.link();
        RedisSessions sessions = new RedisSessions(builder.place, link, builder.patience, builder.claimsAtOnce);
        this.guarded = GuardedSessionStore.of(sessions)
                .patience(builder.patience)
                .failures(builder.failures)
                .pause(builder.pause)
                .listener(builder.listener)
                .build();
    }

    /**
     * A store with the usual bounds.
     *
     * @param uri as {@link RedisPlace#at} reads it
     * @return connecting; the caller closes it
     */
    public static RedisSessionStore at(String uri) {
        return of(RedisPlace.at(uri)).build();
    }

    /**
     * A store with other bounds.
     *
     * @param place where Redis is
     * @return what builds it
     */
    public static Builder of(RedisPlace place) {
        return new Builder(place);
    }

    /**
     * For a server that wants to begin with its store at hand; nothing demands it.
     *
     * @return completes when there is a connection, exceptionally when the attempt that is under way has failed
     */
    public CompletionStage<Void> connected() {
        return link.connected();
    }

    @Override
    public CompletionStage<Boolean> put(byte[] id, byte[] sealed, Duration lifetime) {
        return guarded.put(id, sealed, lifetime);
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(byte[] id) {
        return guarded.find(id);
    }

    @Override
    public CompletionStage<Optional<byte[]>> take(byte[] id) {
        return guarded.take(id);
    }

    @Override
    public CompletionStage<Void> remove(byte[] id) {
        return guarded.remove(id);
    }

    /**
     * {@inheritDoc}
     *
     * <p>False too as long as Redis, new or emptied, has not been there for this memory: what was claimed before is not
     * known (RFC 8446 8.2).
     */
    @Override
    public CompletionStage<Boolean> claim(byte[] name, Duration memory) {
        return guarded.claim(name, memory);
    }

    /**
     * What was asked so far.
     *
     * @return a snapshot
     */
    public StoreFigures figures() {
        return guarded.figures();
    }

    /**
     * Whether Redis is asked, as far as the last calls tell.
     *
     * @return false while it is held to be out of reach
     */
    public boolean isReachable() {
        return guarded.isReachable();
    }

    /** Closes the connection, in the background. */
    @Override
    public void close() {
        guarded.close();
    }

    /** Builds a store. Not for several threads. */
    public static final class Builder {

        private final RedisPlace place;
        private Duration patience = Duration.ofMillis(100);
        private int failures = 5;
        private Duration pause = Duration.ofSeconds(1);
        private Consumer<StoreEvent> listener = event -> {};
        private boolean claimsAtOnce;

        private Builder(RedisPlace place) {
            this.place = place;
        }

        /**
         * How long a call waits for its answer.
         *
         * @param patience 100 ms, unless set
         * @return this
         */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * After how many failures in a row Redis is held to be out of reach.
         *
         * @param failures five, unless set
         * @return this
         */
        public Builder failures(int failures) {
            this.failures = failures;
            return this;
        }

        /**
         * How long Redis is left alone where it is out of reach, before and between the calls that try it.
         *
         * @param pause a second, unless set
         * @return this
         */
        public Builder pause(Duration pause) {
            this.pause = pause;
            return this;
        }

        /**
         * Who hears when Redis gets out of reach, and when it has recovered.
         *
         * @param listener called once per change, on threads of connections and of Lettuce; must be quick
         * @return this
         */
        public Builder listener(Consumer<StoreEvent> listener) {
            this.listener = listener;
            return this;
        }

        /**
         * Accepts claims from the first moment of a Redis that is new or was emptied, instead of refusing them for as
         * long as they are to be remembered. Then what was claimed before Redis lost its memory can be claimed once
         * more.
         *
         * @return this
         */
        public Builder claimAtOnce() {
            this.claimsAtOnce = true;
            return this;
        }

        /**
         * The store.
         *
         * @return connecting; the caller closes it
         */
        public RedisSessionStore build() {
            return new RedisSessionStore(this);
        }
    }
}
