package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.session.Session;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server takes the early data of RFC 8448 4 and resumes: all of its records are the recorded ones, byte for byte.
 * Recorded, and so not ours, are its random and its ephemeral key pair, and what the ticket stands for, see
 * {@link SessionScript}.
 */
class Rfc8448ServerResumptionReplayTest {

    @Test
    void derivesTheKeyOfTheRecordedTicket() {
        byte[] expected =
                Trace.section(4).step(Role.CLIENT, "extract secret \"early\"").value("IKM");
        try (Secret key = RecordedTicket.read().key()) {
            assertThat(bytes(key)).isEqualTo(expected);
        }
    }

    @Test
    void sendsTheRecordsOfTheRecordedServer() {
        Trace trace = Trace.section(4);
        try (Play play = new ReplayedServer(4).play()) {
            Replay replay = new Replay(play.engine());
            replay.playToTheEnd(trace);
            play.assertSecretsAsRecorded();
            assertThat(replay.earlyData()).asString().isEqualTo("ABCDEF");
            assertThat(play.engine().info()).hasValueSatisfying(info -> {
                assertThat(info.resumed()).isTrue();
                assertThat(info.earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            });
            try (Exporter recorded = Exporter.tls13(RecordedTicket.HKDF, RecordedTicket.secret(trace, "e exp master"));
                    Secret expected = recorded.export("EXPORTER-test", new byte[] {1}, 20);
                    Secret ours = play.engine().exportEarly("EXPORTER-test", new byte[] {1}, 20)) {
                assertThat(bytes(ours)).isEqualTo(bytes(expected));
            }
        }
    }

    /** Which shows resumption_master_secret, that no key log has. */
    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 4})
    void sealsTheKeyOfATicketOfItsOwn(int section) {
        Trace trace = Trace.section(section);
        ReplayedServer server = new ReplayedServer(section);
        try (Play play = server.playWithOwnTicket()) {
            feedUntilConnected(play.engine(), trace);
            List<NewSessionTicket13> given = play.witness().tickets();
            assertThat(given).hasSize(1);
            try (Session session = server.opened(given.get(0).ticket());
                    Secret expected = RecordedTicket.key(trace, given.get(0).nonce())) {
                assertThat(bytes(session.secret())).isEqualTo(bytes(expected));
                assertThat(session.lifetime()).isEqualTo(Duration.ofSeconds(30));
                assertThat(session.ageAdd()).isEqualTo(0xfad6aac5L);
                assertThat(session.mostEarlyData()).isEqualTo(1024);
            }
        }
    }

    private static void feedUntilConnected(TlsEngine engine, Trace trace) {
        byte[] room = new byte[1 << 15];
        for (Trace.Step step : trace.sent()) {
            if (step.actor() == Role.SERVER || engine.connected()) continue;
            byte[] record = step.value("complete record");
            engine.receive(record, 0, record.length, room, 0, room.length);
            engine.receiveEarly(room, 0, room.length);
        }
        assertThat(engine.connected()).isTrue();
    }

    private static byte[] bytes(Secret secret) {
        return secret.with(bytes -> bytes.clone());
    }
}
