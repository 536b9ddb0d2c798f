package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** One of three servers, which made the ticket keys so far, is killed under load. */
@Isolated
class FleetMemberLossIT {

    private static final int KILLED = 2;

    @TempDir
    private Path folder;

    @Test
    void theOthersGoOnWithTheSessionsOfOneThatIsKilled() throws IOException {
        // Started first, so it leads.
        try (RedisServer redis = RedisServer.start();
                FleetMemberProgram program = FleetMemberProgram.start(redis, folder)) {
            List<FleetMember> members =
                    FleetMember.several(KILLED, redis, FleetSetup.steady().rotating());
            List<InetSocketAddress> addresses = Stream.concat(
                            members.stream().map(FleetMember::address), Stream.of(program.address()))
                    .toList();
            try (Visitors visitors = new Visitors(addresses, 4)) {
                visitors.await(20, visit -> visit.resumed() && visit.server() == KILLED);
                assertThat(visitors.failures()).isEmpty();
                List<Visitor> late = List.of(
                        new Visitor(ProtocolVersion.TLS_1_3, addresses),
                        new Visitor(ProtocolVersion.TLS_1_2, addresses));
                for (Visitor visitor : late) visitor.visit(KILLED);
                program.kill();
                long gone = System.nanoTime();
                for (Visitor visitor : late)
                    assertThat(visitor.visit(0).elsewhere()).isTrue();
                Await.until(() -> visitors.unconnected() >= 10);
                // Its lease ends, and another one makes the keys that follow.
                Await.until(() -> members.stream()
                                .mapToLong(member -> member.keys.figures().published())
                                .sum()
                        >= 2);
                visitors.await(50, Visit::resumed);
                visitors.close();
                assertThat(visitors.failures())
                        .allMatch(failure -> failure.server() == KILLED && failure.begin() - gone < 0);
                List<Visit> visits = visitors.since(gone);
                assertThat(visits).noneMatch(visit -> visit.server() == KILLED);
                long resumed = visits.stream().filter(Visit::resumed).count();
                assertThat(resumed).isGreaterThan(visits.size() * 9L / 10);
            } finally {
                members.forEach(FleetMember::close);
            }
        }
    }
}
