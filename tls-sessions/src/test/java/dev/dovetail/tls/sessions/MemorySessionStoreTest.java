package dev.dovetail.tls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandTicker ticker = new HandTicker();

    @Test
    void findsWhatWasPutAndLeavesItThere() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            assertThat(put(store, 1, new byte[] {1, 2, 3}, HOUR)).isTrue();
            assertThat(Answers.of(store.find(Answers.id(1)))).contains(new byte[] {1, 2, 3});
            assertThat(Answers.of(store.find(Answers.id(1)))).isPresent();
            assertThat(Answers.of(store.find(Answers.id(2)))).isEmpty();
            assertThat(Answers.of(store.find(new byte[0]))).isEmpty();
        }
    }

    @Test
    void takesOnce() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            put(store, 1, new byte[] {1}, HOUR);
            assertThat(Answers.of(store.take(Answers.id(1)))).contains(new byte[] {1});
            assertThat(Answers.of(store.take(Answers.id(1)))).isEmpty();
            assertThat(Answers.of(store.find(Answers.id(1)))).isEmpty();
            assertThat(store.sessions()).isZero();
            assertThat(store.bytes()).isZero();
        }
    }

    @Test
    void forgetsWhatWasRemoved() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            put(store, 1, new byte[] {1}, HOUR);
            assertThat(store.remove(Answers.id(1)).toCompletableFuture()).isCompleted();
            assertThat(Answers.of(store.find(Answers.id(1)))).isEmpty();
        }
    }

    @Test
    void hasArraysOfItsOwn() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            byte[] id = Answers.id(1);
            byte[] sealed = {1, 2};
            Answers.of(store.put(id, sealed, HOUR));
            sealed[0] = 9;
            id[0] = 9;
            byte[] found = Answers.of(store.find(Answers.id(1))).orElseThrow();
            assertThat(found).containsExactly(1, 2);
            found[1] = 9;
            assertThat(Answers.of(store.find(Answers.id(1)))).contains(new byte[] {1, 2});
        }
    }

    @Test
    void eachSessionLivesForItsOwnTime() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().ticker(ticker).build()) {
            put(store, 1, new byte[1], SECOND);
            put(store, 2, new byte[1], HOUR);
            ticker.passes(SECOND.minusNanos(1));
            assertThat(Answers.of(store.find(Answers.id(1)))).isPresent();
            ticker.passes(Duration.ofNanos(1));
            assertThat(Answers.of(store.find(Answers.id(1)))).isEmpty();
            assertThat(Answers.of(store.take(Answers.id(1)))).isEmpty();
            assertThat(Answers.of(store.find(Answers.id(2)))).isPresent();
            ticker.passes(HOUR);
            assertThat(Answers.of(store.take(Answers.id(2)))).isEmpty();
            assertThat(store.sessions()).isZero();
            assertThat(store.bytes()).isZero();
        }
    }

    @Test
    void keepsNothingForLongerThanItMay() {
        try (MemorySessionStore store = MemorySessionStore.configured()
                .claimAtOnce()
                .ticker(ticker)
                .longest(SECOND)
                .build()) {
            put(store, 1, new byte[1], Duration.ofDays(1_000_000));
            ticker.passes(SECOND);
            assertThat(Answers.of(store.find(Answers.id(1)))).isEmpty();
            assertThat(put(store, 1, new byte[1], Duration.ZERO)).isFalse();
            assertThat(put(store, 1, new byte[1], SECOND.negated())).isFalse();
        }
    }

    @Test
    void neverHasMoreSessionsThanItMay() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().sessions(1000).build()) {
            for (int i = 0; i < 10_000; i++) {
                put(store, i, new byte[10], HOUR);
                assertThat(store.sessions()).isBetween(Math.min(i, 990L), 1000L);
            }
        }
    }

    @Test
    void whatHasTheLeastTimeLeftLeavesFirst() {
        try (MemorySessionStore store = MemorySessionStore.configured()
                .claimAtOnce()
                .sessions(100)
                .ticker(ticker)
                .build()) {
            for (int i = 0; i < 50; i++) put(store, i, new byte[10], Duration.ofDays(1));
            for (int i = 50; i < 100; i++) put(store, i, new byte[10], HOUR);
            for (int i = 100; i < 150; i++) put(store, i, new byte[10], Duration.ofDays(1));
            for (int i = 0; i < 150; i++) assertThat(isThere(store, i)).isEqualTo(i < 50 || i >= 100);
        }
    }

    @Test
    void whatHasLivedItsTimeLeavesBeforeWhatLives() {
        try (MemorySessionStore store = MemorySessionStore.configured()
                .claimAtOnce()
                .sessions(10)
                .ticker(ticker)
                .build()) {
            put(store, 0, new byte[10], HOUR);
            for (int i = 1; i < 10; i++) put(store, i, new byte[10], SECOND);
            ticker.passes(SECOND);
            for (int i = 10; i < 19; i++) put(store, i, new byte[10], Duration.ofDays(1));
            assertThat(isThere(store, 0)).isTrue();
            put(store, 19, new byte[10], Duration.ofDays(1));
            assertThat(isThere(store, 0)).isFalse();
        }
    }

    @Test
    void neverHasMoreBytesThanItMay() {
        long most = 100_000;
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().bytes(most).build()) {
            for (int i = 0; i < 1000; i++) put(store, i, new byte[1000], HOUR);
            assertThat(store.bytes()).isBetween(most / 2, most);
            assertThat(store.sessions() * (1000 + 32 + MemorySessionStore.OVERHEAD))
                    .isEqualTo(store.bytes());
            assertThat(put(store, 1, new byte[(int) most], HOUR)).isFalse();
        }
    }

    @Test
    void keepsWhatIsNewHoweverFullItIs() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().sessions(10).build()) {
            for (int i = 0; i < 1000; i++) {
                assertThat(put(store, i, new byte[10], HOUR)).isTrue();
                assertThat(isThere(store, i)).isTrue();
            }
        }
    }

    @Test
    void countsAReplacedSessionOnce() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            put(store, 1, new byte[1000], HOUR);
            put(store, 1, new byte[10], HOUR);
            assertThat(store.bytes()).isEqualTo(10 + 32 + MemorySessionStore.OVERHEAD);
        }
    }

    @Test
    void aNameIsClaimedOnceUntilItsMemoryIsOver() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().ticker(ticker).build()) {
            assertThat(claim(store, 1, SECOND)).isTrue();
            assertThat(claim(store, 1, HOUR)).isFalse();
            assertThat(claim(store, 2, SECOND)).isTrue();
            ticker.passes(SECOND.minusNanos(1));
            assertThat(claim(store, 1, SECOND)).isFalse();
            ticker.passes(Duration.ofNanos(1));
            assertThat(claim(store, 1, SECOND)).isTrue();
        }
    }

    @Test
    void longNamesThatBeginAlikeAreDifferentClaims() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            byte[] name = new byte[200];
            assertThat(Answers.of(store.claim(name, HOUR))).isTrue();
            assertThat(Answers.of(store.claim(name, HOUR))).isFalse();
            name[199] = 1;
            assertThat(Answers.of(store.claim(name, HOUR))).isTrue();
        }
    }

    @Test
    void refusesClaimsWhereItIsFullAndForgetsNone() {
        try (MemorySessionStore store = MemorySessionStore.configured()
                .claimAtOnce()
                .ticker(ticker)
                .claims(10)
                .build()) {
            for (int i = 0; i < 10; i++) assertThat(claim(store, i, SECOND)).isTrue();
            for (int i = 10; i < 1000; i++) assertThat(claim(store, i, SECOND)).isFalse();
            for (int i = 0; i < 10; i++) assertThat(claim(store, i, SECOND)).isFalse();
            assertThat(store.claims()).isEqualTo(10);
            ticker.passes(SECOND);
            for (int i = 0; i < 10; i++) assertThat(claim(store, i, SECOND)).isTrue();
            assertThat(claim(store, 10, SECOND)).isFalse();
        }
    }

    @Test
    void aFloodOfSessionsLeavesClaimsAlone() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().sessions(10).build()) {
            for (int i = 0; i < 100; i++) claim(store, i, HOUR);
            for (int i = 0; i < 10_000; i++) put(store, i, new byte[10], HOUR);
            for (int i = 0; i < 100; i++) assertThat(claim(store, i, HOUR)).isFalse();
        }
    }

    @Test
    void refusesClaimsOfWhichItWouldNotKnowTheFirst() {
        try (MemorySessionStore store =
                MemorySessionStore.configured().ticker(ticker).build()) {
            assertThat(claim(store, 1, SECOND)).isFalse();
            ticker.passes(SECOND);
            assertThat(claim(store, 1, SECOND)).isTrue();
            assertThat(claim(store, 2, HOUR)).isFalse();
        }
    }

    @Test
    void ofManyWhoTakeOrClaimOneGetsIt() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (MemorySessionStore store =
                MemorySessionStore.configured().claimAtOnce().build()) {
            for (int round = 0; round < 200; round++) {
                int number = round;
                put(store, number, new byte[10], HOUR);
                assertThat(winners(
                                pool,
                                threads,
                                () -> Answers.of(store.take(Answers.id(number))).isPresent()))
                        .isOne();
                assertThat(winners(pool, threads, () -> claim(store, number, HOUR)))
                        .isOne();
            }
            assertThat(store.claims()).isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long winners(ExecutorService pool, int threads, Callable<Boolean> attempt) throws Exception {
        long winners = 0;
        for (Future<Boolean> won : pool.invokeAll(Collections.nCopies(threads, attempt))) {
            if (won.get()) winners++;
        }
        return winners;
    }

    @Test
    void knowsAndKeepsNothingAfterItsEnd() {
        MemorySessionStore store = MemorySessionStore.configured().claimAtOnce().build();
        put(store, 1, new byte[1], HOUR);
        claim(store, 1, HOUR);
        store.close();
        assertThat(Answers.of(store.find(Answers.id(1)))).isEmpty();
        assertThat(put(store, 2, new byte[1], HOUR)).isFalse();
        assertThat(claim(store, 2, HOUR)).isFalse();
        assertThat(store.sessions() + store.bytes() + store.claims()).isZero();
    }

    @Test
    void refusesBoundsThatAreNone() {
        assertThatThrownBy(() -> MemorySessionStore.configured().claimAtOnce().sessions(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemorySessionStore.configured().claimAtOnce().bytes(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemorySessionStore.configured().claimAtOnce().claims(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemorySessionStore.configured().claimAtOnce().longest(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean put(MemorySessionStore store, int number, byte[] sealed, Duration lifetime) {
        return Answers.of(store.put(Answers.id(number), sealed, lifetime));
    }

    private static boolean isThere(MemorySessionStore store, int number) {
        return Answers.of(store.find(Answers.id(number))).isPresent();
    }

    private static boolean claim(MemorySessionStore store, int number, Duration memory) {
        return Answers.of(store.claim(Answers.id(number), memory));
    }
}
