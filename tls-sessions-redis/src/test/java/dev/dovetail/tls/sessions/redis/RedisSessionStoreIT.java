package dev.dovetail.tls.sessions.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.sessions.StoreEvent;
import dev.dovetail.tls.sessions.StoreEvent.Recovered;
import dev.dovetail.tls.sessions.StoreEvent.Unreachable;
import dev.dovetail.tls.sessions.StoreFigures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedisSessionStoreIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] ID = {0, 13, 10, -1, '*', 0};
    private static final byte[] SEALED = {7, 0, 13, 10, -128};

    private final Heard<StoreEvent> events = new Heard<>();

    @Test
    void findsWhatAnotherMemberPut() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore one = patient(redis);
                RedisSessionStore other = patient(redis)) {
            assertThat(of(one.put(ID, SEALED, MINUTE))).isTrue();
            assertThat(of(other.find(ID))).contains(SEALED);
            assertThat(of(other.find(ID))).contains(SEALED);
            assertThat(of(other.find(new byte[0]))).isEmpty();
            assertThat(of(other.take(ID))).contains(SEALED);
            assertThat(of(one.take(ID))).isEmpty();
            of(one.put(ID, SEALED, MINUTE));
            of(other.remove(ID));
            assertThat(of(one.find(ID))).isEmpty();
            assertThat(one.figures()).isEqualTo(new StoreFigures(4, 4, 0, 0, 0, 2, 1, 1, 0, 0));
        }
    }

    @Test
    void redisForgetsEachWhenItsTimeIsOver() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = patient(redis)) {
            of(store.put(ID, SEALED, MINUTE));
            of(store.claim(ID, MINUTE.multipliedBy(2)));
            byte[] session = redis.place().key("s:", ID);
            byte[] claim = redis.place().key("c:", ID);
            long sessionLeft = redis.with(commands -> commands.pttl(session));
            assertThat(sessionLeft).isBetween(30_000L, 60_000L);
            long claimLeft = redis.with(commands -> commands.pttl(claim));
            assertThat(claimLeft).isBetween(90_000L, 120_000L);
            assertThat(of(store.put(ID, SEALED, Duration.ofMillis(1)))).isTrue();
            eventually(() -> of(store.find(ID)).isEmpty());
            assertThat(of(store.put(ID, SEALED, Duration.ZERO))).isFalse();
        }
    }

    @Test
    void ofManyWhoTakeOrClaimOverTheFleetOneGetsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore one = patient(redis);
                RedisSessionStore other = patient(redis)) {
            for (int round = 0; round < 100; round++) {
                byte[] id = {(byte) round};
                of(one.put(id, SEALED, MINUTE));
                List<Callable<Boolean>> takes = new ArrayList<>();
                List<Callable<Boolean>> claims = new ArrayList<>();
                for (RedisSessionStore member : List.of(one, other, one, other, one, other, one, other)) {
                    takes.add(() -> of(member.take(id)).isPresent());
                    claims.add(() -> of(member.claim(id, MINUTE)));
                }
                assertThat(winners(pool, takes)).isOne();
                assertThat(winners(pool, claims)).isOne();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesClaimsWhileRedisDoesNotKnowWhatWasClaimedBefore() {
        Duration memory = Duration.ofMillis(300);
        AtomicInteger names = new AtomicInteger();
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = RedisSessionStore.of(redis.place())
                        .patience(Duration.ofSeconds(10))
                        .build()) {
            byte[] early = name(names);
            assertThat(of(store.claim(early, MINUTE))).isFalse();
            eventually(() -> of(store.claim(name(names), memory)));
            assertThat(of(store.claim(name(names), MINUTE))).isFalse();
            assertThat(of(store.claim(early, memory))).isFalse();
            redis.with(commands -> commands.flushall());
            assertThat(of(store.claim(name(names), memory))).isFalse();
            eventually(() -> of(store.claim(name(names), memory)));
        }
    }

    @Test
    void prefixesKeepServicesApart() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore one = patient(redis.place().prefixed("one:"));
                RedisSessionStore other = patient(redis.place().prefixed("other:"))) {
            of(one.put(ID, SEALED, MINUTE));
            assertThat(of(other.find(ID))).isEmpty();
            List<byte[]> keys = redis.with(commands -> commands.keys("*"));
            assertThat(keys)
                    .allSatisfy(key -> assertThat(new String(key, UTF_8)).startsWith("one:s:"));
        }
    }

    @Test
    void leavesTheClientOfTheCallerOpen() {
        try (RedisServer redis = RedisServer.start()) {
            RedisClient client = RedisClient.create();
            try {
                RedisPlace place = RedisPlace.over(client, RedisURI.create(redis.uri()));
                for (int i = 0; i < 2; i++) {
                    try (RedisSessionStore store = patient(place)) {
                        assertThat(of(store.put(ID, SEALED, MINUTE))).isTrue();
                    }
                }
            } finally {
                client.shutdown(0, 1, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void beginsWithoutRedisAndUsesItWhenItComes() {
        try (RedisServer redis = RedisServer.start()) {
            redis.stop();
            try (RedisSessionStore store = quick(redis)) {
                knowsNothingInTime(store);
                events.next(Unreachable.class, () -> knowsNothingInTime(store));
                redis.startAgain();
                recovers(store);
            }
        }
    }

    @Test
    void goesOnWithoutRedisAndRecoversWhenItIsBack() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = quick(redis)) {
            begin(store);
            for (int i = 0; i < 2; i++) {
                redis.stop();
                events.next(Unreachable.class, () -> knowsNothingInTime(store));
                assertThat(store.isReachable()).isFalse();
                redis.startAgain();
                recovers(store);
            }
            assertThat(store.figures().failed()).isPositive();
            assertThat(store.figures().refusedWhileOpen()).isPositive();
            assertThat(events.all()).hasSize(4);
        }
    }

    @Test
    void goesOnWhereRedisIsHaltedAndRecoversWhenItGoesOn() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = quick(redis)) {
            begin(store);
            redis.pause();
            try {
                Unreachable event = events.next(Unreachable.class, () -> knowsNothingInTime(store));
                assertThat(event.cause()).isEqualTo(StoreEvent.Cause.TIMED_OUT);
                knowsNothingInTime(store);
            } finally {
                redis.resume();
            }
            recovers(store);
            assertThat(store.figures().timedOut()).isPositive();
        }
    }

    @Test
    void givesUpAConnectionThatSaysNothingForLong() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = quick(redis)) {
            begin(store);
            long before = connections(redis);
            redis.pause();
            try {
                long deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
                // Its silence is what is waited for.
                while (System.nanoTime() < deadline) knowsNothingInTime(store);
            } finally {
                redis.resume();
            }
            recovers(store);
            assertThat(connections(redis)).isGreaterThan(before + 1);
        }
    }

    @Test
    void goesOnWhereRedisIsSlow() {
        try (RedisServer redis = RedisServer.start();
                RedisSessionStore store = quick(redis)) {
            begin(store);
            redis.with(commands -> commands.clientPause(1500));
            events.next(Unreachable.class, () -> knowsNothingInTime(store));
            recovers(store);
        }
    }

    @Test
    void knowsNothingAfterItsEnd() {
        try (RedisServer redis = RedisServer.start()) {
            RedisSessionStore store = patient(redis);
            of(store.put(ID, SEALED, MINUTE));
            store.close();
            assertThat(of(store.find(ID))).isEmpty();
            assertThat(of(store.put(ID, SEALED, MINUTE))).isFalse();
            store.close();
        }
    }

    private static RedisSessionStore patient(RedisServer redis) {
        return patient(redis.place());
    }

    private static RedisSessionStore patient(RedisPlace place) {
        return RedisSessionStore.of(place)
                .patience(Duration.ofSeconds(10))
                .claimAtOnce()
                .build();
    }

    private RedisSessionStore quick(RedisServer redis) {
        return RedisSessionStore.of(redis.place())
                .patience(Duration.ofMillis(100))
                .pause(Duration.ofMillis(200))
                .failures(3)
                .claimAtOnce()
                .listener(events)
                .build();
    }

    private static void begin(RedisSessionStore store) {
        of(store.connected());
        // The first commands of a process load classes, which may take longer than the store waits.
        eventually(() -> of(store.put(ID, SEALED, MINUTE)));
    }

    private static void knowsNothingInTime(RedisSessionStore store) {
        long begin = System.nanoTime();
        assertThat(of(store.claim(ID, MINUTE))).isFalse();
        // Ten times what it waits, for a machine that has more to do.
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    private void recovers(RedisSessionStore store) {
        events.next(Recovered.class, () -> of(store.find(ID)));
        eventually(() -> of(store.put(ID, SEALED, MINUTE)));
        assertThat(store.isReachable()).isTrue();
    }

    private static long connections(RedisServer redis) {
        String stats = redis.with(commands -> commands.info("stats"));
        return stats.lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .mapToLong(line -> Long.parseLong(line.split(":")[1].strip()))
                .sum();
    }

    private static byte[] name(AtomicInteger names) {
        return new byte[] {(byte) names.incrementAndGet(), (byte) (names.get() >> 8)};
    }

    private static long winners(ExecutorService pool, List<Callable<Boolean>> attempts) throws Exception {
        long winners = 0;
        for (Future<Boolean> won : pool.invokeAll(attempts)) if (won.get()) winners++;
        return winners;
    }

    private static void eventually(Callable<Boolean> condition) {
        Await.until(condition);
    }

    private static <T> T of(CompletionStage<T> stage) {
        return Await.answer(stage);
    }
}
