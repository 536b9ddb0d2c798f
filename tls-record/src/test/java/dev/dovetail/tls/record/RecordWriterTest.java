package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.CONFIGURATION;
import static dev.dovetail.tls.api.Fault.INTERNAL;
import static dev.dovetail.tls.api.Fault.KEY_WORN_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.tls.api.Fault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordWriterTest {

    private final RecordWriter writer = new RecordWriter();

    @Test
    void writesUnprotectedRecordsWithTheGivenVersion() {
        writer.legacyVersion(0x0301);
        assertThat(Wire.seal(writer, 22, new byte[] {1, 2})).containsExactly(22, 3, 1, 0, 2, 1, 2);
        writer.legacyVersion(0x0303);
        assertThat(Wire.seal(writer, 22, new byte[] {1, 2})).containsExactly(22, 3, 3, 0, 2, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void writesTheOneVersionUnderAKeyWhateverTheOtherSays(Shape shape) {
        RecordWriter keyed = shape.writer();
        keyed.legacyVersion(0x0301);
        assertThat(Arrays.copyOfRange(Wire.seal(keyed, 22, new byte[9]), 1, 3)).containsExactly(3, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 512, 16383, 16384})
    void cutsContentAtTheLimit(int limit) {
        writer.fragmentLimit(limit);
        for (int length : new int[] {limit - 1, limit, limit + 1, 3 * limit}) {
            if (length == 0) continue;
            byte[] content = Suites.pattern(length, 2);
            byte[] wire = Wire.seal(writer, 22, content);
            assertThat(wire).hasSize(writer.sealedLength(length));
            int at = 0;
            for (int done = 0; done < length; ) {
                int piece = Math.min(limit, length - done);
                assertThat(RecordHeader.fragmentLength(wire, at)).isEqualTo(piece);
                assertThat(Arrays.copyOfRange(wire, at + 5, at + 5 + piece))
                        .isEqualTo(Arrays.copyOfRange(content, done, done + piece));
                at += 5 + piece;
                done += piece;
            }
            assertThat(at).isEqualTo(wire.length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsWhereThereIsNoRoomAndSaysHowFarItCame(Shape shape) {
        RecordWriter keyed = shape.writer();
        keyed.fragmentLimit(50);
        int each = keyed.maxRecordLength();
        byte[] out = new byte[10 * each];
        for (int room = 0; room < 4 * each; room++) {
            int written = keyed.seal(23, new byte[1000], 0, 1000, out, 0, room);
            assertThat(written).isEqualTo(room / each * each);
            assertThat(keyed.consumed()).isEqualTo(room / each * 50);
        }
    }

    @Test
    void writesAnEmptyRecordOfApplicationDataOnly() {
        byte[] out = new byte[100];
        assertThat(writer.seal(23, new byte[0], 0, 0, out, 0, 100)).isEqualTo(5);
        assertThat(writer.consumed()).isZero();
        assertThat(Arrays.copyOf(out, 5)).containsExactly(23, 3, 3, 0, 0);
        for (int type : new int[] {20, 21, 22}) {
            assertThat(writer.seal(type, new byte[0], 0, 0, out, 0, 100)).isZero();
        }
        assertThat(writer.sequence()).isEqualTo(1);
    }

    @Test
    void neverCutsAnAlert() {
        writer.fragmentLimit(1);
        assertThat(Wire.seal(new RecordWriter(), 21, new byte[] {2, 40})).hasSize(7);
        byte[] out = new byte[20];
        assertThat(writer.seal(21, new byte[] {2, 40}, 0, 2, out, 0, 20)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 16385})
    void refusesAnImpossibleLimit(int limit) {
        assertThatThrownBy(() -> writer.fragmentLimit(limit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordReader().contentLimit(limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsAWornKeyInTimeAndRefusesAtItsLimit() {
        writer.install(fragile(16));
        for (int i = 0; i < 16; i++) {
            assertThat(writer.worn()).isEqualTo(i >= 8);
            Wire.seal(writer, 23, new byte[1]);
        }
        Wire.refused(KEY_WORN_OUT, () -> Wire.seal(writer, 21, new byte[2]));
        Wire.refused(KEY_WORN_OUT, () -> writer.install(fragile(16)));
    }

    @Test
    void beginsAnewWithANewKey() {
        writer.install(fragile(4));
        for (int i = 0; i < 3; i++) Wire.seal(writer, 23, new byte[1]);
        assertThat(writer.worn()).isTrue();
        writer.install(fragile(4));
        assertThat(writer.worn()).isFalse();
        assertThat(writer.sequence()).isZero();
    }

    private static WriteProtection fragile(long limit) {
        try (TrafficKeys keys = Suites.keys(Shape.TLS13_GCM.lengths())) {
            return Protections.tls13Write(
                    Suites.tls13(JdkAead.aes128Gcm().withRecordLimit(limit)), keys, PaddingPolicy.none());
        }
    }

    @Test
    void limitsOnlySmallBlocksAmongCbc() {
        assertThat(Shape.CBC_3DES_SHA1.write().recordLimit()).isEqualTo(1 << 20);
        assertThat(Shape.CBC_SHA1.write().recordLimit()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void endsBeforeTheNumbersDo() {
        KeyUse last = new KeyUse(Long.MAX_VALUE, Long.MAX_VALUE - 1);
        assertThat(last.worn()).isTrue();
        last.refuseExhausted();
        last.advance();
        Wire.refused(Fault.SEQUENCE_EXHAUSTED, last::refuseExhausted);
    }

    @Test
    void refusesAPolicyThatPadsBeyondTheLimit() {
        writer.install(Shape.TLS13_GCM.write((type, length, room) -> room + 1));
        Wire.refused(CONFIGURATION, () -> Wire.seal(writer, 23, new byte[10]));
    }

    @Test
    void sealsNothingOnceClosed() {
        writer.close();
        writer.close();
        Wire.refused(INTERNAL, () -> writer.seal(23, new byte[1], 0, 1, new byte[10], 0, 10));
    }

    @Test
    void meetsTheSameFaultEachTimeOnceClosed() {
        writer.close();
        Throwable first = catchThrowable(() -> writer.seal(23, new byte[1], 0, 1, new byte[10], 0, 10));
        assertThat(first).hasMessageContaining("this writer is closed");
        assertThatThrownBy(() -> writer.seal(23, new byte[1], 0, 1, new byte[10], 0, 10))
                .isSameAs(first);
    }

    @Test
    void refusesRangesOutsideTheirArrays() {
        byte[] ten = new byte[10];
        assertThatThrownBy(() -> writer.seal(23, ten, 5, 6, ten, 0, 10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> writer.seal(23, ten, 0, 1, ten, 5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(writer.sequence()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CBC_SHA1", "ETM_SHA1", "CBC_3DES_SHA1"})
    void takesAFreshIvForEachRecord(Shape shape) {
        RecordWriter keyed = shape.writer();
        Set<String> ivs = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            byte[] record = Wire.seal(keyed, 23, new byte[1]);
            ivs.add(HexFormat.of().formatHex(record, 5, 13));
        }
        assertThat(ivs).hasSize(100);
    }
}
