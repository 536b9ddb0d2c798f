package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.TicketKey;
import dev.dovetail.tls.handshake.session.TicketKeyRing;
import dev.dovetail.tls.handshake.session.TicketKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ticket keys of a fleet, in Redis or Valkey: a ticket that one member sealed, each member opens. Connections are
 * served from memory; one daemon thread reads what is new, each ten seconds, unless set otherwise.
 *
 * <p><b>Rotation.</b> Time is cut into slots of one rotation, each with one key, in a place that follows from the
 * slot's number. The member that holds the lease makes the keys, some time before they seal, so that everybody has read
 * them by then; a place takes the first key that is put there, so there is never a second one.
 *
 * <p><b>At rest.</b> Keys lie in Redis under a key encryption key, which Redis never sees, with AES-256-GCM over name,
 * times and place. To change it: first give every member the new one as {@linkplain Builder#alsoOpening an opening
 * one}, then make it the sealing one with the old one opening, and drop the old one after the lifetime of the keys.
 *
 * <p><b>Without Redis</b> the keys that were read last go on. If the one that seals comes to its end, it goes on
 * sealing for a grace, though it never opens for longer than was planned; after that no session is kept, and handshakes
 * are full ones. A key that was deleted in Redis is dropped at the next look. If Redis has lost everything, nothing is
 * dropped: a new key takes over, the old ones open until their time is over.
 *
 * <p>All members have to have the same rotation, and clocks that differ by less than the propagation. For many threads.
 */
public final class RedisTicketKeys implements TicketKeys {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final TicketKeyRing ring = new TicketKeyRing();
    private final RedisLink link;
    private final KeyEncryption encryption;
    private final KeyRefresh refresh;
    private final Duration period;
    private final Clock clock;
    private final Consumer<RedisKeysEvent> listener;
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    // Only of the thread that looks.
    private @Nullable Instant unreachableSince;
    private volatile long refreshes;
    private volatile long failures;

    private RedisTicketKeys(Builder builder) {
        KeySlots slots = new KeySlots(builder.rotation, builder.opening, builder.propagation());
        RedisKeysSetup setup = new RedisKeysSetup(
                builder.place, slots, builder.period, builder.patience, builder.grace.orElse(builder.rotation));
        SecureRandom random = new SecureRandom();
        this.encryption = new KeyEncryption(builder.encryptionKeys, random);
        this.period = builder.period;
        this.clock = builder.clock;
        this.listener = new QuietListener(builder.listener);
        this.link = builder.place.link();
        KeyLeadership leadership =
                new KeyLeadership(builder.place, slots, encryption, random, builder.period.multipliedBy(3));
        this.refresh = new KeyRefresh(setup, link, encryption, leadership, ring, listener);
        this.thread = new ScheduledThreadPoolExecutor(1, RedisTicketKeys::daemon);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.execute(this::lookAndGoOn);
    }

    /**
     * Keys that seal for an hour each, and open for as long as sessions live.
     *
     * @param place where Redis is
     * @param encryptionKey 32 random bytes that all members have, and Redis has not; taken over
     * @param opening how long a key opens after it sealed last: the lifetime of sessions
     * @return without keys until they were read; the caller closes it
     */
    public static RedisTicketKeys hourly(RedisPlace place, Secret encryptionKey, Duration opening) {
        return of(place, encryptionKey, opening).build();
    }

    /**
     * Keys with more to say.
     *
     * @param place where Redis is
     * @param encryptionKey 32 random bytes that all members have, and Redis has not; taken over
     * @param opening how long a key opens after it sealed last: the lifetime of sessions
     * @return what builds them
     */
    public static Builder of(RedisPlace place, Secret encryptionKey, Duration opening) {
        return new Builder(place, encryptionKey, opening);
    }

    @Override
    public Optional<TicketKey> sealing(Instant now) {
        return ring.sealing(now);
    }

    @Override
    public Optional<TicketKey> of(byte[] ticket, Instant now) {
        return ring.of(ticket, now);
    }

    /**
     * For a server that wants to begin with keys; nothing demands it.
     *
     * @return completes when there are keys for the first time; never, if this is closed before
     */
    public CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    /**
     * Looks at Redis now, beside the regular looks: after a key was deleted there, say.
     *
     * @return whether Redis answered
     */
    public CompletionStage<Boolean> refresh() {
        try {
            return CompletableFuture.supplyAsync(this::look, thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(false);
        }
    }

    /**
     * How the keys fare.
     *
     * @return a snapshot
     */
    public RedisKeysFigures figures() {
        return new RedisKeysFigures(ring.size(), refreshes, failures, refresh.published(), refresh.leads());
    }

    /** Forgets the keys, gives up the lease, and closes the connection, the latter two in the background. */
    @Override
    public void close() {
        ring.close();
        try {
            thread.execute(this::leave);
        } catch (RejectedExecutionException closed) {
            return;
        }
        thread.shutdown();
    }

    private void leave() {
        try {
            refresh.resign();
        } catch (ExecutionException | TimeoutException e) {
            // Then the lease ends by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            encryption.close();
            link.close();
        }
    }

    private void lookAndGoOn() {
        Duration pause = look() || RETRY.compareTo(period) > 0 ? period : RETRY;
        // By a fifth more or less, so that members that began together don't ask together.
        long millis = (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
        try {
            thread.schedule(this::lookAndGoOn, Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // It was closed meanwhile, which is the end of looking.
        }
    }

    private boolean look() {
        Instant now = clock.instant();
        try {
            refresh.run(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            failures = failures + 1;
            ring.retire(now);
            if (unreachableSince == null) {
                unreachableSince = now;
                listener.accept(new RedisKeysEvent.Unreachable(reason(e)));
            }
            return false;
        }
        refreshes = refreshes + 1;
        @Nullable Instant since = unreachableSince;
        unreachableSince = null;
        if (since != null) listener.accept(new RedisKeysEvent.Recovered(Duration.between(since, now)));
        if (ring.size() > 0) ready.complete(null);
        return true;
    }

    private static String reason(Exception e) {
        if (e instanceof TimeoutException) return "no answer in time";
        @Nullable Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
        return String.valueOf(cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "dovetail-ticket-keys");
        thread.setDaemon(true);
        return thread;
    }

    /** A listener that fails must not end the looking. */
    private record QuietListener(Consumer<RedisKeysEvent> listener) implements Consumer<RedisKeysEvent> {
        @Override
        public void accept(RedisKeysEvent event) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                // Its own affair.
            }
        }
    }

    /** Builds keys. Not for several threads; for one build. */
    public static final class Builder {

        private final RedisPlace place;
        private final List<Secret> encryptionKeys = new ArrayList<>();
        private final Duration opening;
        private Duration rotation = Duration.ofHours(1);
        private Optional<Duration> propagation = Optional.empty();
        private Optional<Duration> grace = Optional.empty();
        private Duration period = Duration.ofSeconds(10);
        private Duration patience = Duration.ofSeconds(2);
        private Clock clock = Clock.systemUTC();
        private Consumer<RedisKeysEvent> listener = event -> {};

        private Builder(RedisPlace place, Secret encryptionKey, Duration opening) {
            this.place = place;
            this.opening = opening;
            encryptionKeys.add(encryptionKey);
        }

        /**
         * A key encryption key that opens what was sealed under it, and seals nothing: the old or the next one, while
         * it is changed.
         *
         * @param encryptionKey 32 bytes, taken over
         * @return this
         */
        public Builder alsoOpening(Secret encryptionKey) {
            encryptionKeys.add(encryptionKey);
            return this;
        }

        /**
         * How long a key seals. The same for all members.
         *
         * @param rotation an hour, unless set
         * @return this
         */
        public Builder rotation(Duration rotation) {
            this.rotation = rotation;
            return this;
        }

        /**
         * How long before it seals a key is published. At least twice the period, at most the rotation.
         *
         * @param propagation a sixth of the rotation, unless set: ten minutes of an hour
         * @return this
         */
        public Builder propagation(Duration propagation) {
            this.propagation = Optional.of(propagation);
            return this;
        }

        /**
         * How much longer than planned a key seals if no younger one is there, because Redis is not. It does not open
         * for longer by that.
         *
         * @param grace one rotation, unless set; none with {@link Duration#ZERO}
         * @return this
         */
        public Builder grace(Duration grace) {
            this.grace = Optional.of(grace);
            return this;
        }

        /**
         * How often Redis is looked at. Every second while it is out of reach, if this is longer.
         *
         * @param period ten seconds, unless set; a fifth more or less
         * @return this
         */
        public Builder period(Duration period) {
            this.period = period;
            return this;
        }

        /**
         * How long each command waits for its answer, in the background.
         *
         * @param patience two seconds, unless set
         * @return this
         */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * Who hears what changes.
         *
         * @param listener called once per change, on the thread that looks
         * @return this
         */
        public Builder listener(Consumer<RedisKeysEvent> listener) {
            this.listener = listener;
            return this;
        }

        /**
         * What the time is read from by which keys are made, for tests.
         *
         * @param clock the system's, unless set
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The keys, which are read from now on.
         *
         * @return without keys until they were read; the caller closes it
         * @throws IllegalArgumentException if the times don't go together, or a key encryption key has not 32 bytes;
         *     all of them are closed then
         */
        public RedisTicketKeys build() {
            try {
                return new RedisTicketKeys(this);
            } catch (IllegalArgumentException e) {
                encryptionKeys.forEach(Secret::close);
                throw e;
            }
        }

        private Duration propagation() {
            return propagation.orElse(rotation.dividedBy(6));
        }
    }
}
