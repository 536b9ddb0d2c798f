package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.TicketKey;
import dev.dovetail.tls.handshake.session.TicketKeyRing;
import dev.dovetail.tls.sessions.redis.KeyShelf.Opened;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One look at Redis after the other: reads the keys, makes those that are missing if this member leads, and puts what
 * it found into the ring. Blocks for a bounded time, on a thread of its own.
 */
final class KeyRefresh {

    private final RedisPlace place;
    private final RedisLink link;
    private final KeySlots slots;
    private final KeyEncryption encryption;
    private final KeyLeadership leadership;
    private final TicketKeyRing ring;
    private final Duration patience;
    private final Duration grace;
    private final Duration period;
    private final Consumer<RedisKeysEvent> listener;
    private final KeyShelf shelf = new KeyShelf();
    private Set<String> unreadable = Set.of();
    private volatile boolean leads;
    private volatile long published;

    KeyRefresh(
            RedisKeysSetup setup,
            RedisLink link,
            KeyEncryption encryption,
            KeyLeadership leadership,
            TicketKeyRing ring,
            Consumer<RedisKeysEvent> listener) {
        this.place = setup.place();
        this.slots = setup.slots();
        this.patience = setup.patience();
        this.grace = setup.grace();
        this.period = setup.period();
        this.link = link;
        this.encryption = encryption;
        this.leadership = leadership;
        this.ring = ring;
        this.listener = listener;
    }

    boolean leads() {
        return leads;
    }

    long published() {
        return published;
    }

    /** Looks once. */
    void run(Instant now) throws ExecutionException, TimeoutException, InterruptedException {
        KeyListing listing = list(now);
        // Before any key is made: one that was taken away must not count as one that seals.
        adopt(listing, now);
        boolean fit = !listing.sealed().containsKey(slots.at(now)) || !unreadable.contains(slots.name(slots.at(now)));
        // Who can't read the keys of the others would make some that the others can't read.
        leads = fit && ask(redis -> leadership.lead(redis, listing));
        if (leads && publish(listing, now)) adopt(list(now), now);
    }

    /** Gives the lease up. */
    void resign() throws ExecutionException, TimeoutException, InterruptedException {
        if (leads) ask(leadership::resign);
        leads = false;
    }

    private KeyListing list(Instant now) throws ExecutionException, TimeoutException, InterruptedException {
        return ask(redis -> redis.mget(KeyListing.questions(place, slots, now))
                .thenApply(answers -> KeyListing.of(answers, slots, now)));
    }

    private boolean publish(KeyListing listing, Instant now)
            throws ExecutionException, TimeoutException, InterruptedException {
        boolean news = listing.generation().isEmpty() && ask(leadership::mark);
        long slot = slots.at(now);
        if (!listing.sealed().containsKey(slot)) news |= publish(slot, earliest(now), now);
        if (slots.nextIsDue(now) && !listing.sealed().containsKey(slot + 1)) news |= publish(slot + 1, now, now);
        return news;
    }

    private boolean publish(long slot, Instant earliest, Instant now)
            throws ExecutionException, TimeoutException, InterruptedException {
        Optional<Instant> from = ask(redis -> leadership.publish(redis, slot, earliest, now));
        if (from.isPresent()) {
            published = published + 1;
            listener.accept(new RedisKeysEvent.Published(from.get()));
        }
        // If another member was first, its key is news as well.
        return true;
    }

    /** A key out of turn seals when everybody has read it, as long as there is another one that seals. */
    private Instant earliest(Instant now) {
        Optional<TicketKey> sealing = ring.sealing(now);
        sealing.ifPresent(TicketKey::close);
        return sealing.isPresent() ? now.plus(period.multipliedBy(2)) : now;
    }

    private void adopt(KeyListing listing, Instant now) {
        ring.retire(now);
        if (!shelf.differs(listing)) return;
        if (shelf.take(listing)) listener.accept(new RedisKeysEvent.Emptied());
        Opened opened = shelf.open(encryption, place, slots, grace, now);
        int count = opened.keys().size();
        ring.replace(opened.keys());
        tellUnreadable(opened.unreadable());
        listener.accept(new RedisKeysEvent.Refreshed(count));
    }

    private void tellUnreadable(List<Long> found) {
        Set<String> names = new HashSet<>();
        for (long slot : found) {
            names.add(slots.name(slot));
            if (!unreadable.contains(slots.name(slot))) {
                listener.accept(new RedisKeysEvent.Unreadable(slots.name(slot)));
            }
        }
        unreadable = names;
    }

    private <T> T ask(Function<RedisAsyncCommands<byte[], byte[]>, CompletionStage<T>> commands)
            throws ExecutionException, TimeoutException, InterruptedException {
        return link.ask(patience, commands).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
