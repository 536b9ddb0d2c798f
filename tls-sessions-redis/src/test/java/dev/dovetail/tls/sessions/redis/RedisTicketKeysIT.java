package dev.dovetail.tls.sessions.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.handshake.session.TicketKey;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent.Emptied;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent.Published;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent.Recovered;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent.Unreachable;
import dev.dovetail.tls.sessions.redis.RedisKeysEvent.Unreadable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RedisTicketKeysIT {

    private static final Duration STEP = Duration.ofMinutes(30);

    @Test
    void allMembersSealWithTheSameKeyAndOpenWhatOthersSealed() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 4)) {
            Set<String> names = new HashSet<>();
            List<TicketKey> used = new ArrayList<>();
            fleet.look();
            int steps = 40;
            for (int i = 0; i < steps; i++) {
                assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
                if (names.add(fleet.sealing().first())) used.add(sealing(fleet));
                Instant now = fleet.clock.instant();
                for (TicketKey key : used) assertThat(fleet.allOpen(key, now)).isEqualTo(key.opens(now));
                // A key that was published ahead is known before it seals, so nobody has to look at that moment.
                Instant next = fleet.clock.passes(STEP);
                assertThat(fleet.sealing()).as("at %s, before a look", next).hasSize(1);
                fleet.look();
            }
            int slots = 1 + (int) (STEP.multipliedBy(steps).dividedBy(Fleet.ROTATION));
            assertThat(names).hasSizeBetween(slots, slots + 1);
            // The next one may be there already.
            assertThat(fleet.published()).isBetween((long) names.size(), names.size() + 1L);
            assertThat(fleet.leaders()).isOne();
            used.forEach(TicketKey::close);
        }
    }

    @Test
    void aSlotTakesOneKeyHoweverManyMembersHoldThemselvesToLead() {
        try (RedisServer redis = RedisServer.start();
                RedisLink link = redis.place().link()) {
            KeySlots slots = new KeySlots(Fleet.ROTATION, Fleet.OPENING, Fleet.AHEAD);
            SecureRandom random = new SecureRandom();
            Instant now = Instant.now();
            List<CompletionStage<Optional<Instant>>> attempts = new ArrayList<>();
            try (KeyEncryption encryption = new KeyEncryption(List.of(Fleet.kek(1)), random)) {
                for (int i = 0; i < 20; i++) {
                    KeyLeadership member = new KeyLeadership(redis.place(), slots, encryption, random, Fleet.PERIOD);
                    attempts.add(link.ask(
                            Duration.ofSeconds(10), commands -> member.publish(commands, slots.at(now), now, now)));
                }
                long first = attempts.stream()
                        .filter(attempt -> Await.answer(attempt).isPresent())
                        .count();
                assertThat(first).isOne();
            }
        }
    }

    @Test
    void whoReadsRedisSeesNoByteOfAKey() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 1)) {
            fleet.look();
            fleet.clock.passes(Fleet.ROTATION.minus(STEP));
            fleet.look();
            String all = redis.with(commands -> {
                StringBuilder text = new StringBuilder();
                for (byte[] key : commands.keys("*")) {
                    text.append(new String(key, ISO_8859_1)).append(new String(commands.get(key), ISO_8859_1));
                }
                return text.toString();
            });
            try (TicketKey key = sealing(fleet)) {
                assertThat(all).contains(new String(key.name(), ISO_8859_1));
                // No four bytes of the key in a row: by chance they would be there once in ten million runs.
                key.key().use(bytes -> {
                    for (int i = 0; i + 4 <= bytes.length; i++) {
                        assertThat(all).doesNotContain(new String(bytes, i, 4, ISO_8859_1));
                    }
                });
            }
        }
    }

    @Test
    void redisForgetsAKeyThatOpensNothingAnyMore() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 1)) {
            fleet.look();
            long slot = fleet.clock.instant().toEpochMilli() / Fleet.ROTATION.toMillis();
            byte[] key = redis.place().key("k:" + Fleet.ROTATION.toMillis() + ":" + slot);
            long left = redis.with(commands -> commands.pttl(key));
            assertThat(left)
                    .isBetween(
                            Fleet.OPENING.toMillis(),
                            Fleet.OPENING.plus(Fleet.ROTATION).toMillis());
        }
    }

    @Test
    void aMemberWithAnotherKeyEncryptionKeyReadsNothingAndLeadsNobody() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 2)) {
            fleet.look();
            String before = fleet.sealing().first();
            RedisTicketKeys stranger = fleet.join(2);
            fleet.look();
            assertThat(stranger.sealing(fleet.clock.instant())).isEmpty();
            assertThat(fleet.heard.get(2).all())
                    .filteredOn(Unreadable.class::isInstance)
                    .hasSize(1);
            fleet.members.get(0).close();
            fleet.members.get(1).close();
            Await.until(() ->
                    Await.answer(stranger.refresh()) && !stranger.figures().leads());
            fleet.members.subList(0, 2).clear();
            RedisTicketKeys back = fleet.join(1);
            Await.until(() -> Await.answer(back.refresh()) && back.figures().leads());
            assertThat(Fleet.sealing(back, fleet.clock.instant())).contains(before);
        }
    }

    @Test
    void theKeyEncryptionKeyChangesWithoutALostTicket() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 0)) {
            fleet.join(1, 2);
            fleet.look();
            try (TicketKey old = sealing(fleet)) {
                RedisTicketKeys next = fleet.join(2, 1);
                fleet.look();
                assertThat(fleet.sealing()).hasSize(1);
                fleet.members.remove(0).close();
                Await.until(() -> Await.answer(next.refresh()) && next.figures().leads());
                fleet.clock.passes(Fleet.ROTATION.minus(STEP));
                fleet.look();
                fleet.clock.passes(STEP);
                fleet.join(1, 2);
                fleet.join(2);
                fleet.look();
                assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
                assertThat(Fleet.opens(next, old, fleet.clock.instant())).isTrue();
            }
        }
    }

    @Test
    void aKeyThatSomebodyMovesInRedisIsNotRead() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 1)) {
            fleet.look();
            KeySlots slots = new KeySlots(Fleet.ROTATION, Fleet.OPENING, Fleet.AHEAD);
            long slot = slots.at(fleet.clock.instant());
            byte[] from = redis.place().key(slots.name(slot));
            byte[] to = redis.place().key(slots.name(slot + 1));
            redis.with(commands -> commands.set(to, commands.get(from)));
            fleet.look();
            assertThat(fleet.heard.get(0).all()).contains(new Unreadable(slots.name(slot + 1)));
            assertThat(fleet.members.get(0).figures().keys()).isOne();
        }
    }

    @Test
    void withoutRedisTheLastKeySealsForAGraceAndOpensUntilItsEnd() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 2)) {
            fleet.look();
            String last = fleet.sealing().first();
            redis.stop();
            fleet.look();
            Instant end = new KeySlots(Fleet.ROTATION, Fleet.OPENING, Fleet.AHEAD)
                    .end(fleet.clock.instant().toEpochMilli() / Fleet.ROTATION.toMillis());
            RedisTicketKeys member = fleet.members.get(0);
            try (TicketKey key = sealing(fleet)) {
                assertThat(Fleet.sealing(member, end.plus(Fleet.ROTATION).minusMillis(1)))
                        .contains(last);
                assertThat(Fleet.sealing(member, end.plus(Fleet.ROTATION))).isEmpty();
                assertThat(fleet.allOpen(key, end.plus(Fleet.OPENING).minusMillis(1)))
                        .isTrue();
                assertThat(Fleet.opens(member, key, end.plus(Fleet.OPENING))).isFalse();
            }
            assertThat(fleet.heard.get(0).all())
                    .filteredOn(Unreachable.class::isInstance)
                    .hasSize(1);
            fleet.clock.passes(Fleet.ROTATION);
            redis.startAgain();
            Await.until(() -> Await.answer(fleet.members.get(0).refresh())
                    && Await.answer(fleet.members.get(1).refresh()));
            fleet.look();
            assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
            assertThat(fleet.heard.get(0).all())
                    .filteredOn(Recovered.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void whereRedisLostEverythingOldKeysOpenAndANewOneTakesOver() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 3)) {
            fleet.look();
            try (TicketKey old = sealing(fleet)) {
                redis.with(commands -> commands.flushall());
                fleet.look();
                Instant now = fleet.clock.instant();
                assertThat(fleet.heard)
                        .allSatisfy(heard -> assertThat(heard.all()).contains(new Emptied()));
                assertThat(fleet.sealing()).hasSize(1);
                assertThat(fleet.allOpen(old, now)).isTrue();
                fleet.clock.passes(Fleet.PERIOD.multipliedBy(2));
                fleet.look();
                assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
                try (TicketKey young = sealing(fleet)) {
                    assertThat(young.name()).isNotEqualTo(old.name());
                }
                assertThat(fleet.allOpen(old, old.opensUntil().minusMillis(1))).isTrue();
                assertThat(fleet.allOpen(old, old.opensUntil())).isFalse();
            }
        }
    }

    @Test
    void aKeyThatWasDeletedIsDroppedAtTheNextLookAndReplaced() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 3)) {
            fleet.look();
            long slot = fleet.clock.instant().toEpochMilli() / Fleet.ROTATION.toMillis();
            byte[] place = redis.place().key("k:" + Fleet.ROTATION.toMillis() + ":" + slot);
            try (TicketKey revoked = sealing(fleet)) {
                redis.with(commands -> commands.del(place));
                fleet.look();
                for (RedisTicketKeys member : fleet.members) {
                    assertThat(Fleet.opens(member, revoked, fleet.clock.instant()))
                            .isFalse();
                }
                assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
            }
        }
    }

    @Test
    void anotherMemberLeadsWhenTheLeaderHasGone() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis, 3)) {
            fleet.look();
            assertThat(fleet.leaders()).isOne();
            RedisTicketKeys leader = fleet.members.stream()
                    .filter(member -> member.figures().leads())
                    .findFirst()
                    .orElseThrow();
            leader.close();
            fleet.members.remove(leader);
            assertThat(leader.sealing(fleet.clock.instant())).isEmpty();
            Await.until(() -> {
                fleet.look();
                return fleet.leaders() == 1;
            });
            fleet.clock.passes(Fleet.ROTATION);
            fleet.look();
            assertThat(fleet.sealing()).hasSize(1).doesNotContain("none");
        }
    }

    @Test
    void looksAndRotatesByItselfAndGoesOnAfterAHalt() {
        Heard<RedisKeysEvent> events = new Heard<>();
        try (RedisServer redis = RedisServer.start();
                RedisTicketKeys keys = RedisTicketKeys.of(redis.place(), Fleet.kek(1), Duration.ofMinutes(1))
                        .rotation(Duration.ofMillis(400))
                        .propagation(Duration.ofMillis(200))
                        .period(Duration.ofMillis(50))
                        .patience(Duration.ofMillis(300))
                        .grace(Duration.ofMinutes(1))
                        .listener(events)
                        .build()) {
            Await.answer(keys.ready());
            for (int i = 0; i < 3; i++) events.next(Published.class);
            redis.pause();
            try {
                events.next(Unreachable.class);
                long begin = System.nanoTime();
                assertThat(Fleet.sealing(keys, Instant.now())).isPresent();
                assertThat(System.nanoTime() - begin)
                        .isLessThan(Duration.ofMillis(250).toNanos());
            } finally {
                redis.resume();
            }
            events.next(Recovered.class);
            events.next(Published.class);
            assertThat(keys.figures().failures()).isPositive();
        }
    }

    @Test
    void beginsWithoutRedis() {
        Heard<RedisKeysEvent> events = new Heard<>();
        try (RedisServer redis = RedisServer.start()) {
            redis.stop();
            try (RedisTicketKeys keys = RedisTicketKeys.of(redis.place(), Fleet.kek(1), Duration.ofMinutes(1))
                    .listener(events)
                    .build()) {
                events.next(Unreachable.class);
                assertThat(keys.sealing(Instant.now())).isEmpty();
                redis.startAgain();
                events.next(Recovered.class);
                Await.answer(keys.ready());
                assertThat(Fleet.sealing(keys, Instant.now())).isPresent();
            }
        }
    }

    private static TicketKey sealing(Fleet fleet) {
        return fleet.members.get(0).sealing(fleet.clock.instant()).orElseThrow();
    }
}
