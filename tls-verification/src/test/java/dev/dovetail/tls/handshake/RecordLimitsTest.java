package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.Interposer.SeenRecord;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long records are on the wire: limits of both ends (RFC 8449, RFC 6066 4), and padding. */
class RecordLimitsTest {

    private static final int DATA = 5000;

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noRecordIsLongerThanItsReaderWants(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        // TLS 1.3 counts the content type.
        int type = version.equals(ProtocolVersion.TLS_1_3) ? 1 : 0;
        try (Interposer between = Interposer.listening(
                pair.client().recordSizeLimit(200), pair.server().recordSizeLimit(700))) {
            exchange(between);

            assertThat(longestProtected(between, Role.SERVER)).isEqualTo(200 - type);
            assertThat(longestProtected(between, Role.CLIENT)).isEqualTo(700 - type);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutALimitRecordsAreFull(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Interposer between = Interposer.listening(pair.client(), pair.server())) {
            between.loopback().handshake();
            between.loopback().exchange(Role.CLIENT, new byte[40_000]);

            assertThat(longestProtected(between, Role.CLIENT)).isEqualTo(1 << 14);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void recordSizeLimitOutweighsMaxFragmentLength(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Interposer between =
                Interposer.listening(pair.client().maxFragmentLength(512).recordSizeLimit(2000), pair.server())) {
            exchange(between);

            assertThat(longestProtected(between, Role.SERVER)).isBetween(1999, 2000);
        }
    }

    /** A client that knows only the older extension: the newer one is taken out of its hello. */
    @Test
    void aServerKeepsToMaxFragmentLength() {
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_3);
        MessageChange change =
                MessageChange.of(Role.CLIENT, 1, HelloEdit.edit(hello -> hello.drop(HelloEdit.RECORD_SIZE_LIMIT)));
        try (Interposer between = Interposer.between(pair.client().maxFragmentLength(512), pair.server(), change)) {
            between.loopback().pump();

            byte[] answers = between.messages(Role.SERVER).get(1);
            assertThat(HelloEdit.of(answers).find(HelloEdit.MAX_FRAGMENT_LENGTH))
                    .hasValueSatisfying(value -> assertThat(value).containsExactly(1));
            assertThat(longestProtected(between, Role.SERVER)).isEqualTo(512);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1000})
    void paddingRoundsEveryRecordUp(int multiple) {
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_3);
        try (Interposer between =
                Interposer.listening(pair.client().padding(PaddingPolicy.toMultipleOf(multiple)), pair.server())) {
            exchange(between);

            int overhead = 5 + 1 + 16;
            assertThat(protectedRecords(between, Role.CLIENT).map(record -> record.wireLength() - overhead))
                    .allMatch(length -> length % multiple == 0 || length == 1 << 14);
            assertThat(protectedRecords(between, Role.SERVER).map(record -> record.wireLength() - overhead))
                    .anyMatch(length -> length % multiple != 0);
        }
    }

    @Test
    void fullPaddingHidesEveryLength() {
        Pairing pair = TestBed.only(ProtocolVersion.TLS_1_3);
        try (Interposer between = Interposer.listening(
                pair.client().padding(PaddingPolicy.toFull()), pair.server().recordSizeLimit(1000))) {
            exchange(between);

            // From the answer of the server on, padding keeps to its limit as well.
            assertThat(protectedRecords(between, Role.CLIENT).map(SeenRecord::wireLength))
                    .containsOnly(1000 + 16 + 5);
        }
    }

    private static void exchange(Interposer between) {
        between.loopback().handshake();
        between.loopback().exchange(Role.CLIENT, new byte[DATA]);
        between.loopback().exchange(Role.SERVER, new byte[DATA]);
        assertThat(between.loopback().client().received()).hasSize(DATA);
        assertThat(between.loopback().server().received()).hasSize(DATA);
    }

    private static int longestProtected(Interposer between, Role from) {
        return protectedRecords(between, from)
                .mapToInt(SeenRecord::contentLength)
                .max()
                .orElseThrow();
    }

    /** Those that are longer on the wire than their content and a header. */
    private static Stream<SeenRecord> protectedRecords(Interposer between, Role from) {
        return between.records(from).stream().filter(record -> record.wireLength() > record.contentLength() + 5);
    }
}
