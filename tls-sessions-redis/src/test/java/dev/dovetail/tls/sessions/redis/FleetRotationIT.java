package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Ticket keys change under load. */
@Isolated
class FleetRotationIT {

    @Test
    void sessionsGoOnAtEveryServerWhileTicketKeysChange() {
        try (RedisServer redis = RedisServer.start()) {
            List<FleetMember> members =
                    FleetMember.several(3, redis, FleetSetup.steady().rotating());
            redis.ageClaims();
            try (Visitors visitors = Visitors.of(members)) {
                visitors.await(50, Visit::resumed);
                long begin = System.nanoTime();
                long published = published(members);
                Await.until(() -> published(members) >= published + 3);
                visitors.await(50, Visit::resumed);
                visitors.close();
                List<Visit> visits = visitors.since(begin);
                assertThat(visitors.failures()).isEmpty();
                assertThat(visitors.unconnected()).isZero();
                assertThat(rate(visits, Visit::resumed)).isGreaterThan(0.9);
                assertThat(rate(visits, Visit::elsewhere)).isGreaterThan(0.5);
                assertThat(visits).anyMatch(Visit::earlyAccepted);
                for (FleetMember member : members) {
                    assertThat(member.failures()).isEmpty();
                    assertThat(member.keyEvents.all())
                            .filteredOn(RedisKeysEvent.Refreshed.class::isInstance)
                            .hasSizeGreaterThanOrEqualTo(3);
                }
            } finally {
                members.forEach(FleetMember::close);
            }
        }
    }

    private static long published(List<FleetMember> members) {
        return members.stream()
                .mapToLong(member -> member.keys.figures().published())
                .sum();
    }

    private static double rate(List<Visit> visits, Predicate<Visit> kind) {
        return visits.stream().filter(kind).count() / (double) visits.size();
    }
}
