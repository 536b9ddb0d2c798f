package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of Redis, no copy of early data is taken by a server of the fleet when one was taken before. */
@Isolated
class FleetReplayIT {

    private static final int SERVERS = 4;
    private static final int FLIGHTS = 12;
    private static final int COPIES = 70;
    private static final int THREADS = 8;

    @ParameterizedTest(name = "single use: {0}")
    @ValueSource(booleans = {false, true})
    void earlyDataIsTakenOnceAtMost(boolean singleUse) {
        FleetSetup setup = FleetSetup.steady().patience(Duration.ofMillis(300)).singleUse(singleUse);
        try (RedisServer redis = RedisServer.start()) {
            List<FleetMember> members = FleetMember.several(SERVERS, redis, setup);
            redis.ageClaims();
            try (Attack attack = new Attack(redis, members)) {
                List<Flight> old = attack.flights();
                // More than half: a claim whose answer comes late on a busy machine counts for nobody.
                assertThat(attack.taken(old, () -> {})).isBetween(FLIGHTS / 2, FLIGHTS);
                attack.taken(attack.flights(), attack::haltRedis);
                attack.taken(attack.flights(), attack::slowRedis);
                List<Flight> during = attack.flights();
                attack.taken(during, attack::restartRedis);
                assertThat(attack.taken(old, () -> {})).isZero();
                attack.taken(during, () -> {});
                int afterwards = attack.taken(attack.flights(), () -> {});
                // Sessions that Redis has forgotten are gone; claims that it may have forgotten are all refused.
                if (singleUse) assertThat(afterwards).isBetween(FLIGHTS / 2, FLIGHTS);
                else assertThat(afterwards).isZero();
                attack.check(singleUse);
            } finally {
                members.forEach(FleetMember::close);
            }
        }
    }

    /** Somebody who sends copies of what he recorded to all servers at once. */
    private static final class Attack implements AutoCloseable {

        private final RedisServer redis;
        private final List<FleetMember> members;
        private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        private final Random order = new Random(1);
        private final AtomicInteger flights = new AtomicInteger();
        private final AtomicInteger attempts = new AtomicInteger();
        private final Map<String, Integer> taken = new ConcurrentHashMap<>();
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        Attack(RedisServer redis, List<FleetMember> members) {
            this.redis = redis;
            this.members = members;
        }

        /** New flights, each with a ticket of some server, and all tickets that name sessions kept. */
        List<Flight> flights() {
            members.forEach(Attack::awaitReachable);
            List<Flight> recorded = IntStream.range(0, FLIGHTS)
                    .mapToObj(i -> Flight.record(
                            members.get(i % SERVERS).config, "transfer " + flights.incrementAndGet() + " once"))
                    .toList();
            for (FleetMember member : members) Await.until(() -> isIdle(member));
            return recorded;
        }

        /** Sends copies of each flight to all servers, in no order; answers of how many the early data was taken. */
        int taken(List<Flight> recorded, Runnable meanwhile) {
            int before = taken.size();
            List<Runnable> copies = new ArrayList<>();
            for (int i = 0; i < FLIGHTS * COPIES; i++) {
                Flight flight = recorded.get(i % FLIGHTS);
                FleetMember member = members.get(i / FLIGHTS % SERVERS);
                copies.add(() -> send(flight, member));
            }
            Collections.shuffle(copies, order);
            int begin = attempts.get();
            copies.forEach(threads::execute);
            meanwhile.run();
            Await.until(() -> attempts.get() == begin + copies.size());
            return taken.size() - before;
        }

        private void send(Flight flight, FleetMember member) {
            try {
                flight.sendTo(member.config).ifPresent(content -> taken.merge(content, 1, Integer::sum));
            } catch (RuntimeException | Error e) {
                failures.add(e);
            } finally {
                attempts.incrementAndGet();
            }
        }

        void haltRedis() {
            awaitMore(FLIGHTS);
            redis.pause();
            try {
                awaitMore(FLIGHTS * COPIES / 2);
            } finally {
                redis.resume();
            }
        }

        void slowRedis() {
            awaitMore(FLIGHTS);
            redis.with(commands -> commands.clientPause(700));
        }

        void restartRedis() {
            awaitMore(FLIGHTS);
            redis.terminate();
            awaitMore(FLIGHTS * COPIES / 4);
            redis.startAgain();
        }

        private void awaitMore(int count) {
            int begin = attempts.get();
            Await.until(() -> attempts.get() >= begin + count);
        }

        /** Asks, so that a store that holds Redis to be gone finds that it is back. */
        private static void awaitReachable(FleetMember member) {
            Await.until(() -> {
                Await.answer(member.store.find(new byte[] {1}));
                return member.store.isReachable();
            });
        }

        private static boolean isIdle(FleetMember member) {
            var figures = member.store.figures();
            return figures.asked()
                    == figures.answered() + figures.timedOut() + figures.failed() + figures.refusedWhileOpen();
        }

        void check(boolean singleUse) {
            assertThat(failures).as("first of %d", failures.size()).isEmpty();
            assertThat(attempts.get()).isGreaterThanOrEqualTo(6 * FLIGHTS * COPIES);
            assertThat(taken).allSatisfy((content, count) -> assertThat(count).isOne());
            assertThat(members)
                    .allSatisfy(member ->
                            assertThat(member.store.figures().timedOut()).isPositive());
        }

        @Override
        public void close() {
            threads.shutdownNow();
            try {
                assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
