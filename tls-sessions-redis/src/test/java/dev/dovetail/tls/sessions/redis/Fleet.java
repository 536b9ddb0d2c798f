package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.TicketKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Members that share ticket keys, on a clock of the test. They look when the test says so, and once at their begin. */
final class Fleet implements AutoCloseable {

    static final Duration ROTATION = Duration.ofHours(6);
    static final Duration OPENING = Duration.ofHours(24);
    static final Duration AHEAD = Duration.ofHours(2);
    static final Duration PERIOD = Duration.ofMinutes(30);

    final HandClock clock = new HandClock();
    final List<RedisTicketKeys> members = new ArrayList<>();
    final List<Heard<RedisKeysEvent>> heard = new ArrayList<>();
    private final RedisPlace place;

    Fleet(RedisServer redis, int members) {
        this.place = redis.place();
        for (int i = 0; i < members; i++) join(1);
    }

    /** A key encryption key; equal numbers give equal keys. */
    static Secret kek(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Secret.of(bytes);
    }

    /** A member whose first key encryption key seals, and whose others open. */
    RedisTicketKeys join(int kek, int... others) {
        return join(place, clock, kek, others);
    }

    RedisTicketKeys join(RedisPlace place, Clock clock, int kek, int... others) {
        Heard<RedisKeysEvent> events = new Heard<>();
        RedisTicketKeys.Builder builder = RedisTicketKeys.of(place, kek(kek), OPENING)
                .rotation(ROTATION)
                .propagation(AHEAD)
                .period(PERIOD)
                .patience(Duration.ofSeconds(10))
                .clock(clock)
                .listener(events);
        for (int other : others) builder.alsoOpening(kek(other));
        RedisTicketKeys member = builder.build();
        members.add(member);
        heard.add(events);
        return member;
    }

    /** All look at the same time, and once more, for those that came before the one that made a key. */
    void look() {
        for (int i = 0; i < 2; i++) {
            List<CompletionStage<Boolean>> looks =
                    members.stream().map(RedisTicketKeys::refresh).toList();
            looks.forEach(Await::answer);
        }
    }

    /** The names of the keys that members seal with now. */
    TreeSet<String> sealing() {
        TreeSet<String> names = new TreeSet<>();
        for (RedisTicketKeys member : members)
            names.add(sealing(member, clock.instant()).orElse("none"));
        return names;
    }

    static Optional<String> sealing(RedisTicketKeys member, Instant now) {
        Optional<TicketKey> key = member.sealing(now);
        key.ifPresent(TicketKey::close);
        return key.map(sealing -> HexFormat.of().formatHex(sealing.name()));
    }

    /** Whether all members open what this key sealed, with the same bytes. */
    boolean allOpen(TicketKey key, Instant now) {
        return members.stream().allMatch(member -> opens(member, key, now));
    }

    static boolean opens(RedisTicketKeys member, TicketKey key, Instant now) {
        Optional<TicketKey> found = member.of(key.name(), now);
        boolean same =
                found.isPresent() && found.get().key().with(bytes -> key.key().matches(bytes));
        found.ifPresent(TicketKey::close);
        return same;
    }

    long published() {
        return members.stream()
                .mapToLong(member -> member.figures().published())
                .sum();
    }

    long leaders() {
        return members.stream().filter(member -> member.figures().leads()).count();
    }

    @Override
    public void close() {
        members.forEach(RedisTicketKeys::close);
    }
}
