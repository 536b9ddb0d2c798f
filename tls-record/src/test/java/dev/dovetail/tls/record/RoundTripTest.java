package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    private static final int[] SIZES = {
        0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 1008, 1023, 1024,
        1025, 1039, 1040, 1041, 16383, 16384
    };

    @ParameterizedTest
    @EnumSource
    void opensWhatWasSealedAtEverySize(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            for (int size : SIZES) {
                byte[] content = Suites.pattern(size, size);
                byte[] record = Wire.seal(writer, ContentType.APPLICATION_DATA, content);
                assertThat(Wire.open(reader, record)).isEqualTo(content);
                assertThat(reader.contentType()).isEqualTo(ContentType.APPLICATION_DATA);
                assertThat(reader.wasProtected()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesContentInManyRecordsAndNumbersThem(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            byte[] content = Suites.pattern(3 * 16384 + 5, 9);
            byte[] wire = Wire.seal(writer, ContentType.APPLICATION_DATA, content);
            byte[] opened = new byte[0];
            int records = 0;
            for (int at = 0; at < wire.length; records++) {
                int length = reader.recordLength(wire, at, wire.length - at);
                byte[] part = Wire.open(reader, Arrays.copyOfRange(wire, at, at + length));
                assertThat(reader.sequence()).isEqualTo(records);
                opened = Arrays.copyOf(opened, opened.length + part.length);
                System.arraycopy(part, 0, opened, opened.length - part.length, part.length);
                at += length;
            }
            assertThat(records).isEqualTo(4);
            assertThat(writer.sequence()).isEqualTo(4);
            assertThat(opened).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysExactlyHowLongRecordsWillBe(Shape shape) {
        try (RecordWriter writer = shape.writer()) {
            for (int size = 1; size < 600; size++) {
                int promised = writer.sealedLength(size);
                byte[] out = new byte[promised];
                assertThat(writer.seal(ContentType.HANDSHAKE, new byte[size], 0, size, out, 0, promised))
                        .isEqualTo(promised);
            }
            assertThat(writer.maxRecordLength()).isEqualTo(writer.sealedLength(16384));
        }
    }

    @ParameterizedTest
    @EnumSource
    void touchesNothingOutsideTheGivenRange(Shape shape) {
        byte[] content = Suites.pattern(300, 4);
        byte[] placed = new byte[340];
        System.arraycopy(content, 0, placed, 21, 300);
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            int sealed = writer.sealedLength(300);
            byte[] wire = new byte[sealed + 30];
            Arrays.fill(wire, (byte) 0x5a);
            assertThat(writer.seal(ContentType.HANDSHAKE, placed, 21, 300, wire, 11, sealed))
                    .isEqualTo(sealed);
            assertThat(placed).startsWith(new byte[21]).endsWith(new byte[19]);
            refuseTouched(wire, 11, sealed);

            byte[] before = wire.clone();
            int room = reader.room(sealed);
            byte[] out = new byte[room + 30];
            Arrays.fill(out, (byte) 0x5a);
            assertThat(reader.open(wire, 11, sealed, out, 13)).isEqualTo(300);
            assertThat(Arrays.copyOfRange(out, 13, 313)).isEqualTo(content);
            refuseTouched(out, 13, room);
            assertThat(wire).as("the incoming bytes stay as they came").isEqualTo(before);
        }
    }

    private static void refuseTouched(byte[] bytes, int offset, int length) {
        for (int i = 0; i < bytes.length; i++) {
            if (i < offset || i >= offset + length) assertThat(bytes[i]).isEqualTo((byte) 0x5a);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheContentTypeOfEachRecord(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            for (int type : new int[] {ContentType.ALERT, ContentType.HANDSHAKE, ContentType.APPLICATION_DATA}) {
                byte[] record = Wire.seal(writer, type, new byte[] {1, 2});
                assertThat(record[0]).isEqualTo((byte) (shape.tls13 ? ContentType.APPLICATION_DATA : type));
                assertThat(Wire.open(reader, record)).containsExactly(1, 2);
                assertThat(reader.contentType()).isEqualTo(type);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void beginsTheNumbersAnewWithANewKey(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            Wire.open(reader, Wire.seal(writer, ContentType.HANDSHAKE, new byte[3]));
            Wire.open(reader, Wire.seal(writer, ContentType.HANDSHAKE, new byte[3]));
            assertThat(reader.sequence()).isEqualTo(1);
            writer.install(shape.write());
            reader.install(shape.read());
            assertThat(writer.sequence()).isZero();
            assertThat(Wire.open(reader, Wire.seal(writer, ContentType.HANDSHAKE, new byte[3])))
                    .hasSize(3);
            assertThat(reader.sequence()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void worksAtTheSmallestLimit(Shape shape) {
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            writer.fragmentLimit(1);
            reader.contentLimit(1);
            byte[] wire = Wire.seal(writer, ContentType.HANDSHAKE, new byte[] {5, 6, 7});
            int at = 0;
            for (int i = 5; i < 8; i++) {
                int length = reader.recordLength(wire, at, wire.length - at);
                assertThat(Wire.open(reader, Arrays.copyOfRange(wire, at, at + length)))
                        .containsExactly(i);
                at += length;
            }
            assertThat(at).isEqualTo(wire.length);
        }
    }
}
