package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingPolicyTest {

    @Test
    void addsNothing() {
        for (int length : new int[] {0, 1, 16384}) {
            assertThat(PaddingPolicy.none().padding(23, length, 16384 - length)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 100, 512})
    void reachesTheNextMultiple(int multiple) {
        PaddingPolicy policy = PaddingPolicy.toMultipleOf(multiple);
        for (int length = 1; length < 2000; length++) {
            int padding = policy.padding(23, length, 16384 - length);
            assertThat(padding).isBetween(0, multiple - 1);
            assertThat((length + padding) % multiple).isZero();
        }
    }

    @Test
    void padsAnEmptyRecordToOneMultiple() {
        assertThat(PaddingPolicy.toMultipleOf(64).padding(23, 0, 16384)).isEqualTo(64);
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(PaddingPolicy.toMultipleOf(1000).padding(23, 16001, 383)).isEqualTo(383);
        assertThat(PaddingPolicy.toMultipleOf(1000).padding(23, 16384, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesWhatIsNoMultiple(int multiple) {
        assertThatThrownBy(() -> PaddingPolicy.toMultipleOf(multiple)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesEveryRecordEquallyLong() {
        RecordWriter writer = writer(PaddingPolicy.toFull());
        RecordReader reader = Shape.TLS13_GCM.reader();
        for (int length : new int[] {0, 1, 77, 16384}) {
            byte[] record = Wire.seal(writer, 23, Suites.pattern(length, 1));
            assertThat(record).hasSize(5 + 16384 + 1 + 16);
            assertThat(Wire.open(reader, record)).isEqualTo(Suites.pattern(length, 1));
        }
    }

    @Test
    void keepsPaddedRecordsWithinTheLimitOfThePeer() {
        RecordWriter writer = writer(PaddingPolicy.toMultipleOf(64));
        RecordReader reader = Shape.TLS13_GCM.reader();
        writer.fragmentLimit(100);
        reader.contentLimit(100);
        for (int length = 1; length <= 100; length++) {
            byte[] record = Wire.seal(writer, 23, new byte[length]);
            assertThat(record).hasSize(5 + (length <= 64 ? 64 : 100) + 1 + 16);
            assertThat(Wire.open(reader, record)).hasSize(length);
        }
    }

    @Test
    void maySurpriseButNeverBeyondTheBound() {
        Random random = new Random(1);
        RecordWriter writer = writer((type, length, room) -> random.nextInt(Math.min(room, 300) + 1));
        RecordReader reader = Shape.TLS13_GCM.reader();
        for (int length = 1; length < 500; length++) {
            assertThat(Wire.open(reader, Wire.seal(writer, 23, new byte[length])))
                    .hasSize(length);
        }
    }

    private static RecordWriter writer(PaddingPolicy policy) {
        RecordWriter writer = new RecordWriter();
        writer.install(Shape.TLS13_GCM.write(policy));
        return writer;
    }
}
