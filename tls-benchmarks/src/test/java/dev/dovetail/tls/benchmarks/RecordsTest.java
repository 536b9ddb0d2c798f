package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.benchmarks.PlanFilter.Extent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each state of the record benchmarks does what its name says. */
class RecordsTest {

    private static final int SIZE = 1000;

    /** Every record benchmark of some suites, once. */
    static Stream<Measurement> records() {
        return measurements().filter(measured -> !measured.benchmark().endsWith("sunJsse"));
    }

    static Stream<Measurement> peers() {
        return measurements().filter(measured -> measured.benchmark().endsWith("sunJsse"));
    }

    private static Stream<Measurement> measurements() {
        PlanFilter suites = new PlanFilter(
                Extent.FULL,
                List.of(
                        "TLS_AES_128_GCM_SHA256",
                        "TLS_AES_256_GCM_SHA384",
                        "TLS_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA+etm",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256+etm"),
                List.of(1024),
                List.of(),
                List.of());
        return Plan.of(suites).measurements().stream()
                .filter(measured -> measured.section().equals("RecordSealing")
                        || measured.section().equals("RecordOpening"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void opensWhatWasSealed(Measurement measured) throws Exception {
        String suite = measured.subject();
        String implementation = measured.implementation();
        switch (measured.benchmark()) {
            case "RecordSealing.dovetail" -> sealsOwn(suite, implementation);
            case "RecordOpening.dovetail" -> opensOwn(suite, implementation);
            default -> sealsAndOpensBare(suite, implementation);
        }
    }

    private static void sealsOwn(String suite, String implementation) {
        OwnSealing state = new OwnSealing();
        state.suite = suite;
        state.implementation = implementation;
        state.size = SIZE;
        state.prepare();
        int length = new RecordSealing().dovetail(state);
        assertThat(openedByReader(suite, implementation, state.wire(), length)).isEqualTo(state.content());
    }

    private static byte[] openedByReader(String suite, String implementation, byte[] wire, int length) {
        try (dev.dovetail.tls.record.RecordReader reader = new dev.dovetail.tls.record.RecordReader()) {
            reader.install(RecordSuite.of(suite, implementation).read());
            byte[] opened = new byte[reader.room(length)];
            return Arrays.copyOf(opened, reader.open(wire, 0, length, opened, 0));
        }
    }

    private static void opensOwn(String suite, String implementation) {
        OwnOpening state = new OwnOpening();
        state.suite = suite;
        state.implementation = implementation;
        state.size = SIZE;
        state.prepare();
        Aside aside = new Aside();
        for (int invocation = 1; invocation <= 2; invocation++) {
            state.sealBatch(aside);
            assertThat(new RecordOpening().dovetail(state)).isEqualTo((long) RecordOpening.BATCH * SIZE);
            assertThat(state.opened()).startsWith(state.content());
            assertThat(aside.asideOperations).isEqualTo((long) invocation * RecordOpening.BATCH);
        }
        assertThat(aside.asideBytes).isPositive();
    }

    private static void sealsAndOpensBare(String suite, String implementation) throws Exception {
        int typeByte = RecordSuite.of13(suite) ? 1 : 0;
        BareRecords.Sealing sealing = prepared(new BareRecords.Sealing(), suite, implementation);
        assertThat(new RecordSealing().bareCipher(sealing)).isGreaterThan(SIZE);
        BareRecords.Passing passing = prepared(new BareRecords.Passing(), suite, implementation);
        assertThat(new Records().bareCipher(passing)).isEqualTo(SIZE + typeByte);
        assertThat(passing.opened()).startsWith(passing.content());
        BareRecords.Opening opening = prepared(new BareRecords.Opening(), suite, implementation);
        assertThat(new RecordOpening().bareCipher(opening)).isEqualTo((long) RecordOpening.BATCH * (SIZE + typeByte));
        assertThat(opening.opened()).startsWith(opening.content());
    }

    private static <S extends BareRecords> S prepared(S state, String suite, String implementation) throws Exception {
        state.suite = suite;
        state.implementation = implementation;
        state.size = SIZE;
        state.prepare();
        return state;
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 31, 1000, 16384})
    void theFloorUnderCbcTakesContentOfEveryLengthFromABlockOn(int size) throws Exception {
        BareCipher cipher = BareCipher.of(RecordSuite.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "JDK"));
        byte[] content = Payload.of(size);
        byte[] sealed = new byte[size + 64];
        int length = cipher.seal(1, content, sealed, 5);
        assertThat(length).isEqualTo((size + 32) / 16 * 16 + 16);
        byte[] opened = new byte[length];
        assertThat(cipher.open(1, sealed, 5, length, opened)).isEqualTo(size);
        assertThat(Arrays.copyOf(opened, size)).isEqualTo(content);
        sealed[5] ^= 1;
        assertThatThrownBy(() -> cipher.open(1, sealed, 5, length, opened)).hasMessage("wrong MAC");
    }

    @ParameterizedTest
    @MethodSource("peers")
    void opensWhatThePeerSealed(Measurement measured) throws Exception {
        if (measured.section().equals("RecordSealing")) sealsJsse(measured.subject());
        else opensJsse(measured.subject());
    }

    private static void sealsJsse(String suite) throws Exception {
        JsseSealing state = new JsseSealing();
        state.suite = suite;
        state.size = SIZE;
        state.prepare();
        assertThat(new RecordSealing().sunJsse(state)).isGreaterThan(SIZE);
        assertThat(state.opened()).isEqualTo(ByteBuffer.wrap(state.content()));
    }

    private static void opensJsse(String suite) throws Exception {
        JsseOpening state = new JsseOpening();
        state.suite = suite;
        state.size = SIZE;
        state.prepare();
        state.sealBatch(new Aside());
        assertThat(new RecordOpening().sunJsse(state)).isEqualTo((long) RecordOpening.BATCH * SIZE);
        assertThat(state.opened()).startsWith(state.content());
    }

    @Test
    void refusesAnImplementationThatIsNotThere() {
        assertThatThrownBy(() -> RecordSuite.of("TLS_AES_128_GCM_SHA256", "Nobody"))
                .hasMessageContaining("AES_128_GCM is not implemented by Nobody");
    }

    @Test
    void measuresEveryImplementationOfACipher() {
        List<String> implementations = new ArrayList<>();
        records()
                .filter(measured -> measured.benchmark().equals("RecordSealing.dovetail"))
                .filter(measured -> measured.subject().equals("TLS_CHACHA20_POLY1305_SHA256"))
                .forEach(measured -> implementations.add(measured.implementation()));
        assertThat(implementations).containsExactly("JDK", "BouncyCastle");
    }
}
