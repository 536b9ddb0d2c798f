package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.INTERNAL;
import static dev.dovetail.tls.api.Fault.PLAINTEXT_TOO_LONG;
import static dev.dovetail.tls.api.Fault.RECORD_ALL_PADDING;
import static dev.dovetail.tls.api.Fault.RECORD_EMPTY;
import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static dev.dovetail.tls.api.Fault.RECORD_PROTECTION_WRONG;
import static dev.dovetail.tls.api.Fault.RECORD_TOO_LONG;
import static dev.dovetail.tls.api.Fault.RECORD_TYPE_UNKNOWN;
import static dev.dovetail.tls.api.Fault.RECORD_VERSION_BAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final byte[] HELLO = Wire.record(22, 0x0301, (byte) 1, (byte) 0, (byte) 0, (byte) 0);

    private final RecordReader reader = new RecordReader();

    @Test
    void saysNothingUntilTheHeaderIsThere() {
        for (int length = 0; length < 5; length++) {
            assertThat(reader.recordLength(HELLO, 0, length)).isEqualTo(-1);
        }
        assertThat(reader.recordLength(HELLO, 0, 5)).isEqualTo(9);
    }

    @Test
    void opensAnUnprotectedRecord() {
        assertThat(Wire.open(reader, HELLO)).containsExactly(1, 0, 0, 0);
        assertThat(reader.contentType()).isEqualTo(ContentType.HANDSHAKE);
        assertThat(reader.wasProtected()).isFalse();
        assertThat(reader.sequence()).isZero();
        Wire.open(reader, HELLO);
        assertThat(reader.sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 24, 25, 26, 0x80, 255})
    void refusesAnUnknownTypeByItsHeaderAlone(int type) {
        byte[] record = Wire.record(type, 0x0303, (byte) 0);
        Wire.refused(RECORD_TYPE_UNKNOWN, () -> reader.recordLength(record, 0, 5));
    }

    @Test
    void saysThatAPeerSeemsToSendPlainText() {
        byte[] request = "GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII);
        assertThat(Wire.refused(RECORD_TYPE_UNKNOWN, () -> reader.recordLength(request, 0, request.length)))
                .hasMessageContaining("plain text");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x03ff})
    void acceptsAnyMinorVersionBeforeThereAreKeys(int version) {
        assertThat(Wire.open(reader, Wire.record(22, version, (byte) 7))).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0000, 0x0200, 0x0403, 0xfefd})
    void refusesAnotherMajorVersion(int version) {
        byte[] record = Wire.record(22, version, (byte) 7);
        Wire.refused(RECORD_VERSION_BAD, () -> reader.recordLength(record, 0, 5));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnyOtherVersionUnderAKey(Shape shape) {
        byte[] record = Wire.record(23, 0x0302, new byte[64]);
        Wire.refused(RECORD_VERSION_BAD, () -> shape.reader().recordLength(record, 0, 5));
    }

    @Test
    void refusesALongerUnprotectedRecord() {
        assertThat(reader.recordLength(Wire.record(22, 0x0303, new byte[16384]), 0, 5))
                .isEqualTo(16389);
        byte[] longer = Wire.record(22, 0x0303, new byte[16385]);
        Wire.refused(RECORD_TOO_LONG, () -> reader.recordLength(longer, 0, 5));
    }

    @ParameterizedTest
    @EnumSource
    void refusesALongerProtectedRecordByItsHeaderAlone(Shape shape) {
        int most = 16384 + (shape.tls13 ? 256 : 2048);
        assertThat(shape.reader().recordLength(Wire.record(23, 0x0303, new byte[most]), 0, 5))
                .isEqualTo(5 + most);
        byte[] longer = Wire.record(23, 0x0303, new byte[most + 1]);
        Wire.refused(RECORD_TOO_LONG, () -> shape.reader().recordLength(longer, 0, 5));
    }

    @ParameterizedTest
    @EnumSource
    void refusesMoreContentThanItsLimitAndLeavesNoneOfIt(Shape shape) {
        RecordWriter writer = shape.writer();
        RecordReader limited = shape.reader();
        limited.contentLimit(100);
        assertThat(Wire.open(limited, Wire.seal(writer, 23, new byte[100]))).hasSize(100);
        byte[] longer = Wire.seal(writer, 23, Suites.pattern(101, 1));
        byte[] out = new byte[longer.length];
        Wire.refused(PLAINTEXT_TOO_LONG, () -> limited.open(longer, 0, longer.length, out, 0));
        assertThat(Arrays.copyOf(out, 101)).containsOnly(0);
    }

    @Test
    void countsPaddingAsContentInTls13() {
        RecordWriter writer = new RecordWriter();
        writer.install(Shape.TLS13_GCM.write((type, length, room) -> 60));
        RecordReader limited = Shape.TLS13_GCM.reader();
        limited.contentLimit(100);
        assertThat(Wire.open(limited, Wire.seal(writer, 23, new byte[40]))).hasSize(40);
        byte[] longer = Wire.seal(writer, 23, new byte[41]);
        Wire.refused(PLAINTEXT_TOO_LONG, () -> Wire.open(limited, longer));
    }

    @Test
    void doesNotLimitUnprotectedRecords() {
        reader.contentLimit(64);
        assertThat(Wire.open(reader, Wire.record(22, 0x0303, new byte[16384]))).hasSize(16384);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEmptyHandshakeAndAlertRecords(Shape shape) {
        for (int type : new int[] {ContentType.HANDSHAKE, ContentType.ALERT}) {
            WriteProtection write = shape.write();
            byte[] record = new byte[write.prepare(type, 0, 16384)];
            write.seal(0, type, 0x0303, new byte[0], 0, 0, record, 0);
            Wire.refused(RECORD_EMPTY, () -> Wire.open(shape.reader(), record));
            Wire.refused(RECORD_EMPTY, () -> Wire.open(new RecordReader(), Wire.record(type, 0x0303)));
        }
    }

    @Test
    void refusesUnprotectedRecordsUnderATls13Key() {
        for (int type : new int[] {ContentType.ALERT, ContentType.HANDSHAKE}) {
            byte[] record = Wire.record(type, 0x0303, (byte) 2, (byte) 40);
            Wire.refused(RECORD_PROTECTION_WRONG, () -> Shape.TLS13_GCM.reader().recordLength(record, 0, 5));
        }
    }

    @Test
    void letsChangeCipherSpecPassUnderATls13Key() {
        RecordWriter writer = Shape.TLS13_GCM.writer();
        RecordReader keyed = Shape.TLS13_GCM.reader();
        for (int i = 0; i < 3; i++) {
            byte[] passing = Wire.seal(writer, ContentType.CHANGE_CIPHER_SPEC, new byte[] {1});
            assertThat(passing).containsExactly(20, 3, 3, 0, 1, 1);
            assertThat(Wire.open(keyed, passing)).containsExactly(1);
            assertThat(keyed.contentType()).isEqualTo(ContentType.CHANGE_CIPHER_SPEC);
            assertThat(keyed.wasProtected()).isFalse();
            assertThat(Wire.open(keyed, Wire.seal(writer, 23, new byte[2]))).hasSize(2);
            assertThat(keyed.sequence()).as("change_cipher_spec has no number").isEqualTo(i);
        }
    }

    @Test
    void letsAnUnprotectedAlertPassUntilTheFirstRecordOpens() {
        byte[] alert = Wire.record(ContentType.ALERT, 0x0303, (byte) 2, (byte) 40);
        RecordReader keyed = Shape.TLS13_GCM.reader();
        keyed.acceptPlaintextAlert(true);
        assertThat(Wire.open(keyed, alert)).containsExactly(2, 40);
        assertThat(keyed.wasProtected()).isFalse();
        Wire.open(keyed, Wire.seal(Shape.TLS13_GCM.writer(), 22, new byte[4]));
        Wire.refused(RECORD_PROTECTION_WRONG, () -> keyed.recordLength(alert, 0, alert.length));
    }

    @Test
    void refusesATls13RecordOfPaddingOnly() {
        for (int padding : new int[] {0, 1, 200}) {
            byte[] record = innerType(0, new byte[padding]);
            Wire.refused(RECORD_ALL_PADDING, () -> Wire.open(Shape.TLS13_GCM.reader(), record));
        }
    }

    @Test
    void refusesATls13RecordThatLacksEvenItsType() {
        byte[] nonce = new Nonce(keys().iv(), 12).xor(0);
        byte[] record = Wire.record(23, 0x0303, new byte[16]);
        JdkAead.aes128Gcm().sealer(keys().key()).seal(nonce, record, 5, new byte[0], 0, 0, new byte[0], 0, record, 5);
        Wire.refused(RECORD_ALL_PADDING, () -> Wire.open(Shape.TLS13_GCM.reader(), record));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 24, 255})
    void refusesUnknownInnerTypes(int type) {
        byte[] record = innerType(type, new byte[] {9, 9});
        Wire.refused(RECORD_TYPE_UNKNOWN, () -> Wire.open(Shape.TLS13_GCM.reader(), record));
    }

    @Test
    void refusesAProtectedChangeCipherSpecInTls13() {
        byte[] record = innerType(ContentType.CHANGE_CIPHER_SPEC, new byte[] {1});
        Wire.refused(RECORD_PROTECTION_WRONG, () -> Wire.open(Shape.TLS13_GCM.reader(), record));
    }

    private static TrafficKeys keys() {
        return Suites.keys(Shape.TLS13_GCM.lengths());
    }

    private static byte[] innerType(int type, byte[] content) {
        WriteProtection write = Shape.TLS13_GCM.write();
        byte[] record = new byte[write.prepare(type, content.length, 16384)];
        write.seal(0, type, 0x0303, content, 0, content.length, record, 0);
        return record;
    }

    @Test
    void refusesToOpenWhatIsNotAWholeRecord() {
        byte[] out = new byte[16];
        assertThatThrownBy(() -> reader.open(HELLO, 0, HELLO.length - 1, out, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.open(HELLO, 0, HELLO.length + 1, out, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.open(HELLO, 0, 3, out, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.open(HELLO, 0, HELLO.length, out, 13))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(Wire.open(reader, HELLO)).as("nothing happened").hasSize(4);
    }

    @Test
    void opensNothingOnceClosed() {
        reader.close();
        reader.close();
        Wire.refused(INTERNAL, () -> reader.recordLength(HELLO, 0, 5));
    }

    @Test
    void meetsTheSameFaultEachTimeOnceClosed() {
        reader.close();
        Throwable first = catchThrowable(() -> reader.recordLength(HELLO, 0, 5));
        assertThat(first).hasMessageContaining("this reader is closed");
        assertThatThrownBy(() -> reader.recordLength(HELLO, 0, 5)).isSameAs(first);
    }

    @Test
    void callsTheFailureOfAPartAFaultOfOurs() {
        JdkAead gcm = JdkAead.aes128Gcm();
        AeadCipher broken = new FaultyAead(gcm);
        try (TrafficKeys keys = keys()) {
            reader.install(Protections.tls13Read(Suites.tls13(broken), keys));
        }
        byte[] record = Wire.record(23, 0x0303, new byte[40]);
        assertThat(Wire.refused(INTERNAL, () -> Wire.open(reader, record)))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reportsAWornKeyAndStillOpensWhatComes() {
        AeadCipher fragile = JdkAead.aes128Gcm().withRecordLimit(20);
        RecordWriter writer = Shape.TLS13_GCM.writer();
        try (TrafficKeys keys = keys()) {
            reader.install(Protections.tls13Read(Suites.tls13(fragile), keys));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(reader.worn()).isEqualTo(i >= 12);
            assertThat(Wire.open(reader, Wire.seal(writer, 23, new byte[1]))).hasSize(1);
        }
    }

    @Test
    void dropsRejectedEarlyDataUntilARecordOpens() {
        RecordReader keyed = Shape.TLS13_GCM.reader();
        keyed.discardUnopened(200);
        byte[] early = Wire.record(23, 0x0303, Suites.pattern(60, 1));
        byte[] out = new byte[100];
        assertThat(keyed.open(early, 0, early.length, out, 0)).isEqualTo(RecordReader.DISCARDED);
        assertThat(Wire.open(keyed, Wire.record(20, 0x0303, (byte) 1))).hasSize(1);
        assertThat(keyed.open(early, 0, early.length, out, 0)).isEqualTo(RecordReader.DISCARDED);
        assertThat(Wire.open(keyed, Wire.seal(Shape.TLS13_GCM.writer(), 22, new byte[4])))
                .hasSize(4);
        assertThat(keyed.sequence()).isZero();
        Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(keyed, early));
    }

    @Test
    void dropsNoMoreEarlyDataThanWasAllowed() {
        RecordReader keyed = Shape.TLS13_GCM.reader();
        // Each record has 43 bytes of content, a type and a tag.
        keyed.discardUnopened(85);
        byte[] early = Wire.record(23, 0x0303, Suites.pattern(60, 1));
        byte[] out = new byte[100];
        assertThat(keyed.open(early, 0, early.length, out, 0)).isEqualTo(RecordReader.DISCARDED);
        Wire.refused(RECORD_NOT_AUTHENTIC, () -> keyed.open(early, 0, early.length, out, 0));
    }

    /** RFC 8449 4: the peer sealed early data before it knew the limit. */
    @Test
    void takesEarlyDataToDropThatIsLongerThanTheLimitOfContent() {
        RecordReader keyed = Shape.TLS13_GCM.reader();
        keyed.contentLimit(100);
        keyed.discardUnopened(40_000);
        byte[] early = Wire.record(23, 0x0303, Suites.pattern(16384 + 256, 1));
        byte[] out = new byte[20_000];
        assertThat(keyed.recordLength(early, 0, 5)).isEqualTo(early.length);
        assertThat(keyed.open(early, 0, early.length, out, 0)).isEqualTo(RecordReader.DISCARDED);
        Wire.open(keyed, Wire.seal(Shape.TLS13_GCM.writer(), 22, new byte[4]));
        Wire.refused(RECORD_TOO_LONG, () -> keyed.recordLength(early, 0, 5));
    }

    @Test
    void limitsEarlyDataToDropAsTheProtocolDoes() {
        RecordReader keyed = Shape.TLS13_GCM.reader();
        keyed.contentLimit(100);
        keyed.discardUnopened(40_000);
        byte[] early = Wire.record(23, 0x0303, new byte[16384 + 257]);
        Wire.refused(RECORD_TOO_LONG, () -> keyed.recordLength(early, 0, 5));
    }

    @Test
    void dropsEarlyDataBeforeThereAreKeys() {
        reader.discardUnopened(20_000);
        byte[] early = Wire.record(23, 0x0303, new byte[16384 + 17]);
        byte[] out = new byte[20_000];
        assertThat(reader.recordLength(early, 0, 5)).isEqualTo(early.length);
        assertThat(reader.open(early, 0, early.length, out, 0)).isEqualTo(RecordReader.DISCARDED);
        assertThat(Wire.open(reader, HELLO)).hasSize(4);
    }

    /** A cipher whose code fails. */
    private record FaultyAead(JdkAead sound) implements AeadCipher {
        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public String implementation() {
            return "faulty";
        }

        @Override
        public int keyLength() {
            return sound.keyLength();
        }

        @Override
        public int nonceLength() {
            return 12;
        }

        @Override
        public int tagLength() {
            return 16;
        }

        @Override
        public Tls12Nonce tls12Nonce() {
            return Tls12Nonce.EXPLICIT;
        }

        @Override
        public long recordLimit() {
            return 100;
        }

        @Override
        public Sealer sealer(Secret key) {
            return sound.sealer(key);
        }

        @Override
        public Opener opener(Secret key) {
            return new Opener() {
                @Override
                public int open(
                        byte[] nonce,
                        byte[] aad,
                        int aadLength,
                        byte[] in,
                        int offset,
                        int length,
                        byte[] out,
                        int outOffset) {
                    throw new UnsupportedOperationException("no such luck");
                }

                @Override
                public void close() {}
            };
        }
    }
}
