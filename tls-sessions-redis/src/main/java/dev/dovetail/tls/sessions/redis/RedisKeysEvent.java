package dev.dovetail.tls.sessions.redis;

import java.time.Duration;
import java.time.Instant;

/** What changed about ticket keys in Redis; told once per change. Never has a byte of a key. */
public sealed interface RedisKeysEvent {

    /**
     * Other keys than before are used from now on.
     *
     * @param keys how many
     */
    record Refreshed(int keys) implements RedisKeysEvent {}

    /**
     * This member, which leads, has put a new key there for all.
     *
     * @param sealsFrom when it begins to seal
     */
    record Published(Instant sealsFrom) implements RedisKeysEvent {}

    /**
     * Redis does not answer: the keys that are here go on.
     *
     * @param reason what happened, for people
     */
    record Unreachable(String reason) implements RedisKeysEvent {}

    /**
     * Redis answers again.
     *
     * @param after how long it did not
     */
    record Recovered(Duration after) implements RedisKeysEvent {}

    /** Redis has lost what it held: the keys that are here go on to open until their time is over. */
    record Emptied() implements RedisKeysEvent {}

    /**
     * A key was sealed under a key encryption key that is not known here, or was changed in Redis.
     *
     * @param slot where it stands
     */
    record Unreadable(String slot) implements RedisKeysEvent {}
}
