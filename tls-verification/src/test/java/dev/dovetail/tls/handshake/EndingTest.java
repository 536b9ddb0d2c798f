package dev.dovetail.tls.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How connections end: in order, by half, cut off, or by a fault; and that nothing which arrived before is lost. */
class EndingTest {

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void dataBeforeABadRecordIsDeliveredBeforeTheFault(ProtocolVersion version) {
        try (Loopback loopback = connected(version)) {
            byte[] good = loopback.client().write("good".getBytes(UTF_8)).flight();
            byte[] bad = loopback.client().write("bad".getBytes(UTF_8)).flight();
            bad[bad.length - 1] ^= 1;
            TlsEngine server = loopback.server().engine();
            byte[] both = Messages.join(good, bad);
            byte[] out = new byte[1 << 15];

            server.receive(both, 0, both.length, out, 0, out.length);

            assertThat(new String(out, 0, server.produced(), UTF_8)).isEqualTo("good");
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> server.receive(both, 0, 0, out, 0, out.length))
                        .isInstanceOfSatisfying(
                                TlsFault.class,
                                fault -> assertThat(fault.fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC));
            }
            assertThat(server.hasOutput()).as("the alert waits").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void dataBeforeABadRecordIsDeliveredThroughTheSmallestRoom(ProtocolVersion version) {
        try (Loopback loopback = connected(version)) {
            byte[] good = loopback.client().write("good".getBytes(UTF_8)).flight();
            byte[] bad = loopback.client().write("bad".getBytes(UTF_8)).flight();
            bad[bad.length - 1] ^= 1;

            loopback.server().room(1).take(Messages.join(good, bad));

            assertThat(loopback.server().received()).asString(UTF_8).isEqualTo("good");
            assertThat(loopback.server().failure().orElseThrow().fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void cutOffIsTruncatedBehindTheData(ProtocolVersion version) {
        try (Loopback loopback = connected(version)) {
            TlsEngine server = loopback.server().engine();
            assertThat(loopback.exchange(Role.CLIENT, "all that came".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("all that came");

            server.transportEnded();

            assertThat(server.ending()).isEqualTo(Ending.TRUNCATED);
            assertThat(server.hasOutput()).as("nobody listens").isFalse();
            assertThatThrownBy(() -> loopback.server().write(new byte[1])).isInstanceOf(TlsFault.class);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEndOfTransportBehindCloseNotifyIsInOrder(ProtocolVersion version) {
        try (Loopback loopback = connected(version)) {
            loopback.closeBothWays();

            loopback.client().engine().transportEnded();
            loopback.server().engine().transportEnded();

            assertThat(loopback.client().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            assertThat(loopback.server().engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            assertThat(loopback.client().failure()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whoHasClosedItsSideStillReads(ProtocolVersion version) {
        for (Role closer : Role.values()) {
            try (Loopback loopback = connected(version)) {
                loopback.end(closer).engine().closeWrite();
                loopback.pump();

                assertThat(loopback.end(closer.peer()).engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
                assertThat(loopback.end(closer).engine().ending()).isEqualTo(Ending.OPEN);
                assertThat(loopback.exchange(closer.peer(), "still there".getBytes(UTF_8)))
                        .asString(UTF_8)
                        .isEqualTo("still there");
                assertThatThrownBy(() -> loopback.end(closer).write(new byte[1]))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatComesBehindCloseNotifyIsIgnored(ProtocolVersion version) {
        try (Interposer between = connectedInterposer(version)) {
            between.inject(Role.SERVER, 21, (byte) 1, (byte) 0);
            between.inject(Role.SERVER, 23, (byte) 7);
            between.injectPlain(Role.SERVER, WireRecord.of(99, new byte[3]));

            Loopback loopback = between.loopback();
            assertThat(loopback.server().received()).isEmpty();
            assertThat(loopback.server().failure()).isEmpty();
            assertThat(loopback.server().progress()).isEqualTo(Progress.CLOSED);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEngineThatIsForgottenWasCancelledAndSaysTheSameEachTime(ProtocolVersion version) {
        try (Loopback loopback = connected(version)) {
            TlsEngine server = loopback.server().engine();
            assertThat(server.ending()).isEqualTo(Ending.OPEN);
            assertThat(server.failure()).isEmpty();

            server.close();

            assertThat(server.ending()).isEqualTo(Ending.FAULT);
            TlsFault first = server.failure().orElseThrow();
            assertThat(first.fault()).isEqualTo(Fault.CANCELLED);
            assertThat(server.failure()).containsSame(first);
            byte[] out = new byte[100];
            assertThatThrownBy(() -> server.receive(out, 0, 0, out, 0, out.length))
                    .isSameAs(first);
            assertThatThrownBy(() -> server.send(new byte[1], 0, 1, out, 0, out.length))
                    .isSameAs(first);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void closingTwiceSaysItOnce(ProtocolVersion version) {
        try (Interposer between = connectedInterposer(version)) {
            between.loopback().client().engine().closeWrite();
            between.loopback().client().engine().closeWrite();
            between.loopback().pump();

            assertThat(between.alerts(Role.CLIENT)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aHandshakeIsCalledOffWithUserCanceledAndCloseNotify(Role who) {
        for (ProtocolVersion version : versions()) {
            try (Loopback loopback = Loopback.between(
                    TestBed.only(version).client(), TestBed.only(version).server())) {
                loopback.step(Role.CLIENT);
                loopback.end(who).engine().closeWrite();
                loopback.pump();

                assertThat(loopback.end(who).failure().orElseThrow().fault()).isEqualTo(Fault.CANCELLED);
                assertThat(loopback.end(who).events(TlsEvent.AlertSeen.class))
                        .extracting(TlsEvent.AlertSeen::alert)
                        .containsExactly(Alert.USER_CANCELED, Alert.CLOSE_NOTIFY);
                // A client that has the server's whole flight is connected, and sees the end of a connection.
                TlsEngine peer = loopback.end(who.peer()).engine();
                assertThat(peer.ending()).isNotEqualTo(Ending.OPEN);
                assertThat(peer.failure().map(TlsFault::alert).orElse(Alert.CLOSE_NOTIFY))
                        .isEqualTo(Alert.CLOSE_NOTIFY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aFatalAlertEndsAtOnceAndIsNotAnswered(ProtocolVersion version) {
        try (Interposer between = connectedInterposer(version)) {
            between.inject(Role.SERVER, 21, (byte) 2, (byte) 80).loopback().pump();

            TlsFault fault = between.loopback().server().failure().orElseThrow();
            assertThat(fault.fault()).isEqualTo(Fault.ALERT_RECEIVED);
            assertThat(fault.alert()).isEqualTo(Alert.INTERNAL_ERROR);
            assertThat(between.alerts(Role.SERVER)).isEmpty();
        }
    }

    private static Loopback connected(ProtocolVersion version) {
        return TestBed.only(version).loopback().handshake();
    }

    private static Interposer connectedInterposer(ProtocolVersion version) {
        Interposer between = Interposer.between(
                TestBed.only(version).client(), TestBed.only(version).server(), MessageChange.none());
        between.loopback().handshake();
        return between;
    }
}
