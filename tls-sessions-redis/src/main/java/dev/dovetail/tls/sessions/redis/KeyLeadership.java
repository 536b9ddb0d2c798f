package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.session.TicketKey;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes keys, if this member leads. Who leads is in a lease, which spares work and decides nothing: a slot takes the
 * first key that is put there, so members that both hold themselves to be the leader do no harm.
 */
final class KeyLeadership {

    private final RedisPlace place;
    private final KeySlots slots;
    private final KeyEncryption encryption;
    private final SecureRandom random;
    private final Duration term;
    private final String member;

    KeyLeadership(RedisPlace place, KeySlots slots, KeyEncryption encryption, SecureRandom random, Duration term) {
        this.place = place;
        this.slots = slots;
        this.encryption = encryption;
        this.random = random;
        this.term = term;
        this.member = fresh();
    }

    /** Takes the lease if nobody has it, and prolongs it if this member does: whether it leads. */
    CompletionStage<Boolean> lead(RedisAsyncCommands<byte[], byte[]> redis, KeyListing listing) {
        if (listing.lease().isPresent() && !listing.lease().get().equals(member)) {
            return CompletableFuture.completedFuture(false);
        }
        SetArgs args = SetArgs.Builder.px(term.toMillis());
        SetArgs condition = listing.lease().isPresent() ? args.xx() : args.nx();
        return redis.set(place.key(KeyListing.LEASE), ascii(member), condition).thenApply("OK"::equals);
    }

    /** Gives the lease up, if it is this member's, so that another one need not wait for its end. */
    CompletionStage<Boolean> resign(RedisAsyncCommands<byte[], byte[]> redis) {
        byte[] lease = place.key(KeyListing.LEASE);
        return redis.get(lease)
                .thenCompose(holder -> holder != null && member.equals(ascii(holder))
                        ? redis.del(lease).thenApply(count -> count > 0)
                        : CompletableFuture.completedFuture(false));
    }

    /** Marks what Redis has, so that it is known if it loses it. */
    CompletionStage<Boolean> mark(RedisAsyncCommands<byte[], byte[]> redis) {
        return redis.set(place.key(KeyListing.GENERATION), ascii(fresh()), SetArgs.Builder.nx())
                .thenApply("OK"::equals);
    }

    /** Puts a new key into a slot, unless one is there: when it begins to seal, if it is this one. */
    CompletionStage<Optional<Instant>> publish(
            RedisAsyncCommands<byte[], byte[]> redis, long slot, Instant earliest, Instant now) {
        Instant from = latest(slots.begin(slot), earliest).isBefore(slots.end(slot))
                ? latest(slots.begin(slot), earliest)
                : slots.end(slot);
        byte[] at = place.key(slots.name(slot));
        Duration seals = Duration.between(from, slots.end(slot));
        byte[] sealed;
        try (TicketKey key = TicketKey.fresh(random, from, seals, slots.opening())) {
            sealed = encryption.seal(key, at);
        }
        long millis = Math.max(1, Duration.between(now, slots.opensUntil(slot)).toMillis());
        return redis.set(at, sealed, SetArgs.Builder.nx().px(millis))
                .thenApply(set -> "OK".equals(set) ? Optional.of(from) : Optional.empty());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String fresh() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
