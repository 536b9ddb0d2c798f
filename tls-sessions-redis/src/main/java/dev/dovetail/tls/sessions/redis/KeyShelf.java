package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.TicketKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that Redis held last, and those that it lost. Kept as they lay there, sealed: whoever needs the keys
 * themselves has them opened. Not for several threads.
 *
 * <p>A key that is gone while the generation is the same was taken away by somebody: it is dropped. A key that is gone
 * with its generation was lost by Redis: it stays until its time is over.
 */
final class KeyShelf {

    private record Lost(long slot, byte[] sealed) {}

    /**
     * Keys, and what could not be opened.
     *
     * @param keys for the caller to close
     * @param unreadable slots whose keys can't be read here
     */
    record Opened(List<TicketKey> keys, List<Long> unreadable) {}

    private Optional<String> generation = Optional.empty();
    private SortedMap<Long, byte[]> listed = new TreeMap<>();
    private final List<Lost> lost = new ArrayList<>();

    /** Takes over what Redis has now: whether it has lost what it had. */
    boolean take(KeyListing listing) {
        boolean emptied = generation.isPresent() && !generation.equals(listing.generation());
        boolean loses = false;
        if (emptied) {
            for (var entry : listed.entrySet()) {
                byte[] now = listing.sealed().get(entry.getKey());
                if (now != null && Arrays.equals(now, entry.getValue())) continue;
                lost.add(new Lost(entry.getKey(), entry.getValue()));
                loses = true;
            }
        }
        generation = listing.generation();
        listed = listing.sealed();
        return loses;
    }

    boolean differs(KeyListing listing) {
        return !generation.equals(listing.generation()) || !KeyListing.sameKeys(listed, listing.sealed());
    }

    /**
     * Opens all.
     *
     * @param grace how much longer than planned a key seals if no younger one does
     */
    Opened open(KeyEncryption encryption, RedisPlace place, KeySlots slots, Duration grace, Instant now) {
        List<TicketKey> keys = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        for (var entry : listed.entrySet()) {
            Optional<TicketKey> key = encryption.open(entry.getValue(), place.key(slots.name(entry.getKey())));
            if (key.isPresent()) keys.add(graced(key.get(), grace));
            else unreadable.add(entry.getKey());
        }
        lost.removeIf(each -> !now.isBefore(slots.opensUntil(each.slot())));
        for (Lost each : lost) {
            encryption
                    .open(each.sealed(), place.key(slots.name(each.slot())))
                    .ifPresent(key -> keys.add(graced(key, grace)));
        }
        return new Opened(keys, unreadable);
    }

    private static TicketKey graced(TicketKey key, Duration grace) {
        Instant longer = key.sealsUntil().plus(grace);
        Instant until = longer.isBefore(key.opensUntil()) ? longer : key.opensUntil();
        return TicketKey.of(key.name(), key.key(), key.sealsFrom(), until, key.opensUntil());
    }
}
