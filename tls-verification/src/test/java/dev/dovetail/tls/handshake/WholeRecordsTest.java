package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers need who hand on whole records only, and who hand out whole plaintexts only. */
class WholeRecordsTest {

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tellsHowLongTheNextRecordIs(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = pair.loopback()) {
            loopback.step(Role.CLIENT);
            TlsEngine server = loopback.server().engine();
            byte[] out = new byte[1 << 15];
            int records = 0;
            for (int length = server.nextRecordLength(); length > 0; length = server.nextRecordLength()) {
                assertThat(server.transmit(out, 0, length)).isEqualTo(length);
                byte[] record = Arrays.copyOf(out, length);
                assertThat(WireRecord.split(record)).hasSize(1);
                records++;
            }
            assertThat(records).isPositive();
            assertThat(server.hasOutput()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void keepsPlaintextThatDoesNotFitAndTellsHowMuch(ProtocolVersion version) {
        try (Loopback loopback = TestBed.only(version).loopback().handshake()) {
            byte[] record = loopback.client().write(new byte[100]).flight();
            TlsEngine server = loopback.server().engine();
            assertThat(server.receive(record, 0, record.length, new byte[0], 0, 0))
                    .isEqualTo(Progress.NEEDS_ROOM);
            assertThat(server.consumed()).isEqualTo(record.length);
            assertThat(server.pending()).isEqualTo(100);
            server.receive(record, 0, 0, new byte[100], 0, 60);
            assertThat(server.pending()).isEqualTo(40);
            server.receive(record, 0, 0, new byte[100], 0, 100);
            assertThat(server.produced()).isEqualTo(40);
            assertThat(server.pending()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sendsNoMoreInARecordThanTheConfigurationSays(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(pair.client().longestFragment(100), pair.server())
                .handshake()) {
            assertThat(loopback.client().engine().fragmentLimit()).isEqualTo(100);
            assertThat(WireRecord.split(loopback.client().write(new byte[250]).flight()))
                    .hasSize(3);
            assertThat(WireRecord.split(loopback.server().write(new byte[250]).flight()))
                    .hasSize(1);
        }
    }

    @Test
    void refusesLimitsThatNoRecordHas() {
        for (int limit : new int[] {0, -1, (1 << 14) + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestBed.PAIR.client().longestFragment(limit));
        }
    }
}
