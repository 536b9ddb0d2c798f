package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TamperingTest {

    /** What a changed header may lead to, besides a record that does not open. */
    private static final Set<Fault> HEADER = Set.of(
            Fault.RECORD_TYPE_UNKNOWN, Fault.RECORD_VERSION_BAD, Fault.RECORD_TOO_LONG, Fault.RECORD_PROTECTION_WRONG);

    private static final byte[] CONTENT = Suites.pattern(75, 6);

    @ParameterizedTest
    @EnumSource
    void refusesARecordWithAnyBitChanged(Shape shape) {
        byte[] record;
        try (RecordWriter writer = shape.writer()) {
            record = Wire.seal(writer, ContentType.HANDSHAKE, CONTENT);
        }
        for (int bit = 8 * RecordHeader.LENGTH; bit < 8 * record.length; bit++) {
            byte[] changed = record.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] out = new byte[record.length];
            try (RecordReader reader = shape.reader()) {
                Wire.refused(RECORD_NOT_AUTHENTIC, () -> reader.open(changed, 0, changed.length, out, 0));
            }
            assertThat(out).as("nothing of the plaintext is left").containsOnly(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesARecordWithAnotherTypeOrVersion(Shape shape) {
        byte[] record;
        try (RecordWriter writer = shape.writer()) {
            record = Wire.seal(writer, ContentType.HANDSHAKE, CONTENT);
        }
        for (int bit = 0; bit < 24; bit++) {
            byte[] changed = record.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try (RecordReader reader = shape.reader()) {
                TlsFault fault = catchThrowableOfType(
                        TlsFault.class, () -> reader.open(changed, 0, changed.length, new byte[record.length], 0));
                // In TLS 1.3 no bit flip makes 23 a 20; in TLS 1.2 another known type does not authenticate.
                assertThat(fault.fault()).isIn(with(RECORD_NOT_AUTHENTIC));
            }
        }
    }

    private static Set<Fault> with(Fault more) {
        Set<Fault> faults = new HashSet<>(HEADER);
        faults.add(more);
        return faults;
    }

    @ParameterizedTest
    @EnumSource
    void refusesARecordCutShortOrMadeLongerAnywhere(Shape shape) {
        byte[] record;
        try (RecordWriter writer = shape.writer()) {
            record = Wire.seal(writer, ContentType.APPLICATION_DATA, CONTENT);
        }
        for (int length = RecordHeader.LENGTH; length < record.length + 40; length++) {
            if (length == record.length) continue;
            byte[] other = Arrays.copyOf(record, length);
            RecordHeader.write(record[0], RecordHeader.VERSION, length - RecordHeader.LENGTH, other, 0);
            try (RecordReader reader = shape.reader()) {
                Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(reader, other));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesARecordThatComesTwice(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            byte[] record = Wire.seal(writer, ContentType.APPLICATION_DATA, CONTENT);
            Wire.open(reader, record);
            Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(reader, record));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesARecordThatOvertookAnother(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            Wire.seal(writer, ContentType.APPLICATION_DATA, CONTENT);
            byte[] second = Wire.seal(writer, ContentType.APPLICATION_DATA, CONTENT);
            Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(reader, second));
        }
    }

    @ParameterizedTest
    @EnumSource
    void meetsTheSameFaultForEverAfterTheFirst(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            byte[] good = Wire.seal(writer, ContentType.APPLICATION_DATA, CONTENT);
            byte[] bad = good.clone();
            bad[bad.length - 1] ^= 1;
            TlsFault first = Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(reader, bad));
            byte[] out = new byte[good.length];
            TlsFault again = Wire.refused(RECORD_NOT_AUTHENTIC, () -> reader.open(good, 0, good.length, out, 0));
            assertThat(again).isSameAs(first);
            assertThat(out).containsOnly(0);
            assertThat(catchThrowableOfType(TlsFault.class, () -> reader.recordLength(good, 0, 5)))
                    .isSameAs(first);
            assertThat(catchThrowableOfType(TlsFault.class, () -> reader.install(shape.read())))
                    .isSameAs(first);
        }
    }
}
