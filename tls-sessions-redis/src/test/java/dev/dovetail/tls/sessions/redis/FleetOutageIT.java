package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.sessions.StoreEvent;
import dev.dovetail.tls.sessions.StoreFigures;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis goes, comes back empty, is slow and is halted, while clients visit three servers. */
@Isolated
class FleetOutageIT {

    /** Many times what the store and a handshake take, for a machine that has more to do; an outage lasts longer. */
    private static final long MOST_MILLIS = 5000;

    /** How often clients are served in each outage, at the least. */
    private static final int MANY = 60;

    @ParameterizedTest(name = "single use: {0}")
    @ValueSource(booleans = {false, true})
    void noConnectionFailsWhateverBecomesOfRedis(boolean singleUse) {
        FleetSetup setup = FleetSetup.steady().singleUse(singleUse);
        try (RedisServer redis = RedisServer.start()) {
            List<FleetMember> members = FleetMember.several(3, redis, setup);
            redis.ageClaims();
            try (Visitors visitors = Visitors.of(members)) {
                Outages outages = new Outages(redis, members, visitors, singleUse);
                outages.recovered();
                outages.stopAndStartEmpty();
                outages.slow();
                outages.halted();
                visitors.close();
                outages.check();
            } finally {
                members.forEach(FleetMember::close);
            }
        }
    }

    private record Outages(RedisServer redis, List<FleetMember> members, Visitors visitors, boolean singleUse) {

        void stopAndStartEmpty() {
            redis.terminate();
            outage(RedisKeysEvent.Unreachable.class);
            redis.startAgain();
            long restarted = System.nanoTime();
            for (FleetMember member : members) {
                member.storeEvents.next(StoreEvent.Recovered.class);
                member.keyEvents.next(RedisKeysEvent.Emptied.class);
            }
            visitors.await(MANY, Visit::resumed);
            if (!singleUse) {
                // A Redis without a past can't tell what was taken before, so nothing is taken.
                assertThat(visitors.since(restarted)).noneMatch(Visit::earlyAccepted);
                redis.ageClaims();
            }
            recovered();
        }

        /** Pauses all commands, and looks only at visits of which it is sure that they fell into the pause. */
        void slow() {
            long pause = 3000;
            long before = System.nanoTime();
            redis.with(commands -> commands.clientPause(pause));
            long paused = System.nanoTime();
            for (FleetMember member : members) member.storeEvents.next(StoreEvent.Unreachable.class);
            for (FleetMember member : members) member.storeEvents.next(StoreEvent.Recovered.class);
            recovered();
            List<Visit> inside = visitors.since(paused).stream()
                    .filter(visit -> visit.end() - before < pause * 1_000_000)
                    .toList();
            assertThat(inside).hasSizeGreaterThan(10).noneMatch(Visit::earlyAccepted);
        }

        void halted() {
            redis.pause();
            try {
                outage(RedisKeysEvent.Unreachable.class);
            } finally {
                redis.resume();
            }
            for (FleetMember member : members) {
                member.storeEvents.next(StoreEvent.Recovered.class);
                member.keyEvents.next(RedisKeysEvent.Recovered.class);
            }
            recovered();
        }

        /** Redis is away until this returns: clients are served all the same, and no early data is taken. */
        private void outage(Class<? extends RedisKeysEvent> keysEvent) {
            long begin = System.nanoTime();
            for (FleetMember member : members) {
                member.storeEvents.next(StoreEvent.Unreachable.class);
                member.keyEvents.next(keysEvent);
            }
            visitors.await(MANY, visit -> singleUse || visit.resumed());
            assertThat(visitors.since(begin)).hasSizeGreaterThan(MANY).noneMatch(Visit::earlyAccepted);
        }

        /** Everything is as it was. */
        void recovered() {
            visitors.await(MANY, Visit::resumed);
            visitors.await(10, Visit::earlyAccepted);
            for (FleetMember member : members) Await.until(member.store::isReachable);
        }

        void check() {
            assertThat(visitors.failures()).isEmpty();
            assertThat(visitors.unconnected()).isZero();
            assertThat(visitors.visits()).allMatch(visit -> visit.millis() < MOST_MILLIS);
            for (FleetMember member : members) {
                assertThat(member.failures()).isEmpty();
                StoreFigures figures = member.store.figures();
                assertThat(figures.timedOut()).isPositive();
                assertThat(figures.failed()).isPositive();
                assertThat(figures.refusedWhileOpen()).isPositive();
                assertThat(singleUse ? figures.takes() : figures.claims()).isPositive();
                assertThat(member.keys.figures().failures()).isPositive();
            }
        }
    }
}
