package dev.dovetail.tls.sessions.redis;

import io.lettuce.core.KeyValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Redis held at one moment.
 *
 * @param lease the member that leads
 * @param generation a random value that is lost when Redis loses its memory, and only then
 * @param sealed the keys of slots, as they lie there
 */
record KeyListing(Optional<String> lease, Optional<String> generation, SortedMap<Long, byte[]> sealed) {

    static final String LEASE = "keys-lease";
    static final String GENERATION = "keys-generation";

    /** What to ask for, all in one. */
    static byte[][] questions(RedisPlace place, KeySlots slots, Instant now) {
        long[] useful = slots.useful(now);
        byte[][] keys = new byte[useful.length + 2][];
        keys[0] = place.key(LEASE);
        keys[1] = place.key(GENERATION);
        for (int i = 0; i < useful.length; i++) keys[i + 2] = place.key(slots.name(useful[i]));
        return keys;
    }

    /** The answers to the questions, in their order. */
    static KeyListing of(List<KeyValue<byte[], byte[]>> answers, KeySlots slots, Instant now) {
        long[] useful = slots.useful(now);
        SortedMap<Long, byte[]> sealed = new TreeMap<>();
        for (int i = 0; i < useful.length; i++) {
            KeyValue<byte[], byte[]> answer = answers.get(i + 2);
            if (answer.hasValue()) sealed.put(useful[i], answer.getValue());
        }
        return new KeyListing(text(answers.get(0)), text(answers.get(1)), sealed);
    }

    private static Optional<String> text(KeyValue<byte[], byte[]> answer) {
        return answer.hasValue()
                ? Optional.of(new String(answer.getValue(), StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    /** Whether the same keys lie in the same slots. */
    static boolean sameKeys(Map<Long, byte[]> one, Map<Long, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), other.get(entry.getKey())));
    }
}
