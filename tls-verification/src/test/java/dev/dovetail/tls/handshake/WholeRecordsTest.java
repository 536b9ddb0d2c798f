package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        try (Loopback loopback = Loopback.between(pair.client().recordSizing(RecordSizing.upTo(100)), pair.server())
                .handshake()) {
            assertThat(loopback.client().engine().fragmentLimit()).isEqualTo(100);
            assertThat(WireRecord.split(loopback.client().write(new byte[250]).flight()))
                    .hasSize(3);
            assertThat(WireRecord.split(loopback.server().write(new byte[250]).flight()))
                    .hasSize(1);
        }
    }

    @Test
    void refusesARangeOutsideOfItsArrayAndGoesOn() {
        try (Loopback loopback =
                TestBed.only(ProtocolVersion.TLS_1_3).loopback().handshake()) {
            TlsEngine client = loopback.client().engine();
            byte[] out = new byte[100];
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> client.send(new byte[10], 0, 10, out, 1, 100));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> client.send(new byte[10], 1, 10, out, 0, 100));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> client.sendRecord(new byte[10], 0, 10, out, -1, 100));
            assertThat(client.send(new byte[10], 0, 10, out, 0, 100)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 14, 16383, 5000, 1})
    void fillsAllRecordsOfALongWriteButTheLast(int limit) {
        int length = limit == 1 ? 300 : 600_001;
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_3);
        // Nobody looks on, as is usual: an observer is told of each record, which are then made one by one.
        try (Loopback loopback = Loopback.of(
                        TlsEngine.client(pair.client()
                                .recordSizing(RecordSizing.upTo(limit))
                                .build()),
                        TlsEngine.server(pair.server().build()))
                .handshake()) {
            TlsEngine client = loopback.client().engine();
            byte[] records = new byte[client.sealedLength(length)];
            int written = client.send(new byte[length], 0, length, records, 0, records.length);
            assertThat(client.consumed()).isEqualTo(length);
            assertThat(written).isEqualTo(records.length);
            assertThat(WireRecord.split(records)).hasSize((length + limit - 1) / limit);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void beginsWithSmallRecordsWhereAskedFor(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        RecordSizing sizing = new RecordSizing(1000, 100, 3, Duration.ofHours(1));
        try (Loopback loopback = Loopback.between(pair.client().recordSizing(sizing), pair.server())
                .handshake()) {
            TlsEngine client = loopback.client().engine();
            byte[] data = new byte[2350];
            new Random(1).nextBytes(data);
            byte[] records = new byte[client.sealedLength(data.length)];

            int written = client.send(data, 0, data.length, records, 0, records.length);

            assertThat(client.consumed()).isEqualTo(data.length);
            assertThat(written).isEqualTo(records.length);
            assertThat(WireRecord.split(records)).hasSize(6);
            byte[] received = new byte[data.length + (1 << 15)];
            TlsEngine server = loopback.server().engine();
            server.receive(records, 0, written, received, 0, received.length);
            assertThat(Arrays.copyOf(received, server.produced())).isEqualTo(data);
            // The small ones are over.
            assertThat(WireRecord.split(loopback.client().write(new byte[1000]).flight()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void makesOneRecordOfTheDataWhereAskedForNoMore(ProtocolVersion version) {
        RecordSizing sizing = new RecordSizing(1000, 100, 2, Duration.ofHours(1));
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(pair.client().recordSizing(sizing), pair.server())
                .handshake()) {
            TlsEngine client = loopback.client().engine();
            byte[] out = new byte[1 << 15];
            for (int content : new int[] {100, 100, 1000, 1000}) {
                int written = client.sendRecord(new byte[5000], 0, 5000, out, 0, out.length);
                assertThat(client.consumed()).isEqualTo(content);
                assertThat(WireRecord.split(Arrays.copyOf(out, written))).hasSize(1);
            }
            assertThat(client.sendRecord(new byte[5000], 0, 5000, out, 0, 1000)).isZero();
            assertThat(client.consumed()).isZero();
            assertThat(client.sendRecord(new byte[5000], 0, 0, out, 0, out.length))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"})
    void tellsEnoughRoomHoweverManySmallRecordsAreStillToCome(String suite) {
        RecordSizing sizing = new RecordSizing(1000, 100, 5, Duration.ofHours(1));
        Pairing pair = Pairing.of(Selection.compatible(TestBed.CATALOG).suites(suite));
        try (Loopback loopback = Loopback.between(pair.client().recordSizing(sizing), pair.server())
                .handshake()) {
            TlsEngine client = loopback.client().engine();
            for (int small = 0; small < 6; small++) {
                for (int length = 1; length < 3200; length += small < 5 ? 3200 : 1) {
                    byte[] records = new byte[client.sealedLength(length)];
                    client.send(new byte[length], 0, length, records, 0, records.length);
                    assertThat(client.consumed()).as("%d bytes", length).isEqualTo(length);
                }
            }
        }
    }

    @Test
    void tellsEnoughRoomForDataOfAnyLengthOnANewConnection() {
        RecordSizing sizing = new RecordSizing(1000, 100, 3, Duration.ofHours(1));
        for (int length : new int[] {99, 100, 101, 299, 300, 301, 1299, 1300, 1301, 5000}) {
            for (int before = 0; before < 4; before++) roomIsEnough(sizing, before, length);
        }
    }

    private static void roomIsEnough(RecordSizing sizing, int before, int length) {
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_2);
        try (Loopback loopback = Loopback.between(pair.client().recordSizing(sizing), pair.server())
                .handshake()) {
            TlsEngine client = loopback.client().engine();
            for (int i = 0; i < before; i++) loopback.client().write(new byte[1]);
            byte[] records = new byte[client.sealedLength(length)];
            client.send(new byte[length], 0, length, records, 0, records.length);
            assertThat(client.consumed())
                    .as("%d bytes behind %d", length, before)
                    .isEqualTo(length);
        }
    }

    @Test
    void refusesLimitsThatNoRecordHas() {
        for (int limit : new int[] {0, -1, (1 << 14) + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> RecordSizing.upTo(limit));
        }
    }
}
