package dev.dovetail.tls.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.testkit.Chunking;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.LoopbackEnd;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However the transport cuts or joins what is sent, the connection is the same, to the last byte. Where an end may speak at
 * once it does, so application data stands behind the last flight in the same piece.
 */
class SplitPointsTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void splitsAnywhereInEveryFlight(Scenario scenario) {
        List<Integer> longest = new ArrayList<>(List.of(0));
        Course whole = run(scenario, (from, flight, bytes) -> {
            longest.add(bytes.length);
            return List.of(bytes);
        });
        int last = longest.stream().mapToInt(length -> length).max().orElseThrow();
        assertThat(last).isGreaterThan(300);

        for (int at = 1; at < last; at++) {
            assertThat(run(scenario, Chunking.splitAt(at)))
                    .as("split at %d", at)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void byteByByteRecordByRecordAndInLittleRoom(Scenario scenario) {
        Course whole = run(scenario, Chunking.whole());

        assertThat(run(scenario, Chunking.pieces(1))).isEqualTo(whole);
        assertThat(run(scenario, Chunking.pieces(3))).isEqualTo(whole);
        assertThat(run(scenario, Chunking.records())).isEqualTo(whole);
        assertThat(run(scenario, Chunking.whole(), 1)).isEqualTo(whole);
        assertThat(run(scenario, Chunking.pieces(2), 7)).isEqualTo(whole);
    }

    /** All that an observer of a connection can know of it. */
    private record Course(
            String clientSent, String serverSent, String clientGot, String serverGot, String info, Ending ending) {}

    private static Course run(Scenario scenario, Chunking chunking) {
        return run(scenario, chunking, (1 << 14) + 256);
    }

    private static Course run(Scenario scenario, Chunking chunking, int room) {
        try (Loopback loopback = scenario.loopback().chunking(chunking)) {
            loopback.client().room(room);
            loopback.server().room(room);
            handshakeWithEarlyWords(loopback);
            if (scenario.tls13()) loopback.client().engine().updateKeys(true);
            loopback.exchange(Role.CLIENT, "a question".getBytes(UTF_8));
            if (scenario.tls13()) loopback.server().engine().updateKeys(false);
            loopback.exchange(Role.SERVER, new byte[300]);
            loopback.closeBothWays();
            return course(loopback);
        }
    }

    private static void handshakeWithEarlyWords(Loopback loopback) {
        boolean moved = true;
        int words = 0;
        for (int i = 0; moved && i < 100; i++) {
            moved = loopback.step(Role.CLIENT);
            moved |= loopback.step(Role.SERVER);
            for (LoopbackEnd end : List.of(loopback.client(), loopback.server())) {
                if ((words & 1 << end.engine().role().ordinal()) == 0
                        && end.engine().connected()) {
                    words |= 1 << end.engine().role().ordinal();
                    end.write("at once".getBytes(UTF_8));
                    moved = true;
                }
            }
        }
        loopback.handshake();
    }

    private static Course course(Loopback loopback) {
        HexFormat hex = HexFormat.of();
        ConnectionInfo info = loopback.client().engine().info().orElseThrow();
        assertThat(loopback.server().received()).startsWith("at once".getBytes(UTF_8));
        assertThat(loopback.client().received()).startsWith("at once".getBytes(UTF_8));
        return new Course(
                hex.formatHex(loopback.client().sent()),
                hex.formatHex(loopback.server().sent()),
                hex.formatHex(loopback.client().received()),
                hex.formatHex(loopback.server().received()),
                info.version() + " " + info.suite() + " " + info.helloRetried(),
                loopback.client().engine().ending());
    }
}
