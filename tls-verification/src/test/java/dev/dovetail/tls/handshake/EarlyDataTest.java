package dev.dovetail.tls.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.testkit.Chunking;
import dev.dovetail.tls.testkit.Loopback;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyDataTest {

    private static final byte[] QUESTION = "a question".getBytes(UTF_8);
    private static final byte[] ANSWER = "an answer".getBytes(UTF_8);

    @Test
    void isNeitherSentNorTakenUnlessBothSay() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.visit();
            try (Loopback second = again.begin()) {
                assertThat(second.client().engine().earlyDataRoom()).isZero();
                assertThat(second.client().writeEarly(QUESTION)).isZero();
                second.handshake();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.NONE);
                assertThat(outcome(second, Role.SERVER)).isEqualTo(EarlyDataOutcome.NONE);
            }
        }
    }

    @Test
    void isTakenAndAnsweredBeforeTheHandshakeIsDone() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            try (Loopback second = again.begin()) {
                assertThat(second.client().engine().earlyDataRoom()).isEqualTo(1000);
                assertThat(second.client().writeEarly(QUESTION)).isEqualTo(QUESTION.length);
                second.step(Role.CLIENT);
                assertThat(second.server().early()).isEqualTo(QUESTION);
                assertThat(second.server().received()).isEmpty();
                assertThat(second.server().engine().connected()).isFalse();
                assertThat(second.server().engine().earlyDataOpen()).isTrue();
                second.server().write(ANSWER);
                second.handshake();
                assertThat(second.client().received()).isEqualTo(ANSWER);
                assertThat(second.server().engine().earlyDataOpen()).isFalse();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.ACCEPTED);
                assertThat(outcome(second, Role.SERVER)).isEqualTo(EarlyDataOutcome.ACCEPTED);
                assertThat(second.exchange(Role.CLIENT, QUESTION)).isEqualTo(QUESTION);
                assertThat(second.exchange(Role.SERVER, ANSWER)).isEqualTo(ANSWER);
            }
        }
    }

    @Test
    void bothEndsExportTheSame() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.step(Role.CLIENT);
                try (Secret mine = second.client().engine().exportEarly("EXPORTER-test", null, 32);
                        Secret theirs = second.server().engine().exportEarly("EXPORTER-test", null, 32)) {
                    assertThat(same(mine, theirs)).isTrue();
                }
                second.handshake();
                try (Secret early = second.client().engine().exportEarly("EXPORTER-test", null, 32);
                        Secret late = second.client().engine().export("EXPORTER-test", null, 32)) {
                    assertThat(same(early, late)).isFalse();
                }
            }
        }
    }

    @Test
    void isCutWhereTheTicketEnds() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            try (Loopback second = again.begin()) {
                assertThat(second.client().writeEarly(new byte[1500])).isEqualTo(1000);
                assertThat(second.client().engine().earlyDataRoom()).isZero();
                second.handshake();
                assertThat(second.server().early()).hasSize(1000);
            }
        }
    }

    @Test
    void waitsUntilTheApplicationTakesIt() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            TlsEngine client = TlsEngine.client(again.clientConfig().build());
            TlsEngine server = TlsEngine.server(again.serverConfig().build());
            byte[] wire = new byte[1 << 15];
            int length = client.sendEarly(QUESTION, 0, QUESTION.length, wire, 0, wire.length);
            byte[] out = new byte[1 << 15];
            Progress progress = server.receive(wire, 0, length, out, 0, out.length);
            assertThat(progress).isEqualTo(Progress.EARLY_DATA);
            assertThat(server.produced()).isZero();
            int taken = server.consumed();
            progress = server.receive(wire, taken, length - taken, out, 0, out.length);
            assertThat(progress).isEqualTo(Progress.EARLY_DATA);
            assertThat(server.receiveEarly(out, 0, 3)).isEqualTo(3);
            assertThat(server.receiveEarly(out, 3, out.length - 3)).isEqualTo(QUESTION.length - 3);
            assertThat(Arrays.copyOf(out, QUESTION.length)).isEqualTo(QUESTION);
            assertThat(server.receiveEarly(out, 0, out.length)).isZero();
            progress = server.receive(wire, taken, length - taken, out, 0, out.length);
            assertThat(progress).isEqualTo(Progress.NEEDS_INPUT);
            client.close();
            server.close();
        }
    }

    @Test
    void isLostIfTheServerDoesNotTakeItAndTheApplicationIsTold() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            again.store.breakAnswers();
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.handshake();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.REJECTED);
                assertThat(outcome(second, Role.SERVER)).isEqualTo(EarlyDataOutcome.REJECTED);
                assertThat(second.client().engine().info().orElseThrow().resumed())
                        .isTrue();
                assertThat(second.server().early()).isEmpty();
                assertThat(second.server().received()).isEmpty();
            }
        }
    }

    @Test
    void isSentAgainIfTheApplicationWantsThat() {
        try (Reconnection again = early(EarlyDataUse.RESEND)) {
            again.visit();
            again.store.breakQuestions();
            try (Loopback second = again.begin()) {
                second.client().writeEarly(new byte[700]);
                second.client().writeEarly(QUESTION);
                second.handshake().pump();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.RESENT);
                assertThat(second.server().early()).isEmpty();
                byte[] all = Arrays.copyOf(new byte[700], 700 + QUESTION.length);
                System.arraycopy(QUESTION, 0, all, 700, QUESTION.length);
                assertThat(second.server().received()).isEqualTo(all);
            }
        }
    }

    @Test
    void isNotSentAgainUnderAnotherProtocol() {
        try (Reconnection again = early(EarlyDataUse.RESEND)) {
            again.client(client -> client.earlyData(EarlyDataUse.RESEND).applicationProtocols("h2", "http/1.1"));
            again.server(server -> server.applicationProtocols("h2"));
            again.visit();
            again.server(server -> server.applicationProtocols("http/1.1"));
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.handshake().pump();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.REJECTED);
                assertThat(second.client().engine().info().orElseThrow().resumed())
                        .isFalse();
                assertThat(second.server().received()).isEmpty();
            }
        }
    }

    @Test
    void isRefusedByARetry() {
        Selection both =
                TestBed.only(TestBed.PAIR.selection(), ProtocolVersion.TLS_1_3).groups("x25519", "secp384r1");
        try (Reconnection again = new Reconnection(TestBed.PAIR.with(both)).early(EarlyDataUse.RESEND, 1000)) {
            again.visit();
            again.server(server -> ServerConfig.of(both.groups("secp384r1"))
                    .credential(TestBed.PAIR.credential())
                    .sessions(again.serverSessions()));
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.handshake().pump();
                ConnectionInfo info = second.client().engine().info().orElseThrow();
                assertThat(info.helloRetried()).isTrue();
                assertThat(info.resumed()).isTrue();
                assertThat(info.earlyData()).isEqualTo(EarlyDataOutcome.RESENT);
                assertThat(second.server().received()).isEqualTo(QUESTION);
                assertThat(second.server().early()).isEmpty();
            }
        }
    }

    @Test
    void isTakenOnceHoweverOftenItIsSent() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            TlsEngine client = TlsEngine.client(again.clientConfig().build());
            byte[] wire = new byte[1 << 15];
            int length = client.sendEarly(QUESTION, 0, QUESTION.length, wire, 0, wire.length);
            int taken = 0;
            for (int i = 0; i < 10; i++) {
                try (TlsEngine server = TlsEngine.server(again.serverConfig().build())) {
                    byte[] out = new byte[1 << 15];
                    Progress progress = server.receive(wire, 0, length, out, 0, out.length);
                    assertThat(server.failure()).isEmpty();
                    if (progress == Progress.EARLY_DATA) taken++;
                }
            }
            client.close();
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void isRefusedLate() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                again.clock.pass(Duration.ofSeconds(11));
                second.handshake();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.REJECTED);
                assertThat(second.client().engine().info().orElseThrow().resumed())
                        .isTrue();
            }
        }
    }

    @Test
    void isTakenHoweverOldTheTicketIs() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            again.visit();
            again.clock.pass(Duration.ofHours(7));
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.handshake();
                assertThat(outcome(second, Role.CLIENT)).isEqualTo(EarlyDataOutcome.ACCEPTED);
            }
        }
    }

    @Test
    void arrivesInPiecesAndInLittleRoom() {
        for (Chunking chunking : List.of(Chunking.pieces(1), Chunking.pieces(7), Chunking.records())) {
            try (Reconnection again = early(EarlyDataUse.REPORT)) {
                again.visit();
                try (Loopback second = again.begin().chunking(chunking)) {
                    second.server().room(3);
                    second.client().writeEarly(QUESTION);
                    second.handshake();
                    assertThat(second.server().early()).isEqualTo(QUESTION);
                    assertThat(outcome(second, Role.SERVER)).isEqualTo(EarlyDataOutcome.ACCEPTED);
                }
            }
        }
    }

    @Test
    void needsAStoreThatRemembers() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            assertThatThrownBy(() -> again.sessions(how -> how.earlyData(1000)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("store");
        }
    }

    @Test
    void isNoServersToSend() {
        try (Reconnection again = early(EarlyDataUse.REPORT)) {
            try (Loopback first = again.connect()) {
                assertThatThrownBy(() -> first.server().writeEarly(QUESTION)).isInstanceOf(IllegalStateException.class);
                assertThat(first.client().writeEarly(QUESTION)).isZero();
            }
        }
    }

    @Test
    void moreThanTheTicketAllowsEndsTheConnection() throws Exception {
        Wrongdoing result =
                SessionProvocations.all().get(Fault.EARLY_DATA_TOO_LONG).provoke();
        assertThat(result.fault().detail()).contains("more than the ticket allows");
    }

    private static boolean same(Secret one, Secret other) {
        return one.with(other::matches);
    }

    private static Reconnection early(EarlyDataUse use) {
        return new Reconnection(ProtocolVersion.TLS_1_3).early(use, 1000);
    }

    private static EarlyDataOutcome outcome(Loopback loopback, Role role) {
        return loopback.end(role).engine().info().orElseThrow().earlyData();
    }
}
