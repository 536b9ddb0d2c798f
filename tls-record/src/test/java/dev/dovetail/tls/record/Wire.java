package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short forms for sealing and opening whole arrays. */
final class Wire {

    private Wire() {}

    /** All records of some content. */
    static byte[] seal(RecordWriter writer, int contentType, byte[] content) {
        byte[] out = new byte[writer.sealedLength(content.length)];
        int length = writer.seal(contentType, content, 0, content.length, out, 0, out.length);
        assertThat(writer.consumed()).isEqualTo(content.length);
        return Arrays.copyOf(out, length);
    }

    /** The content of an array that is one record. */
    static byte[] open(RecordReader reader, byte[] record) {
        assertThat(reader.recordLength(record, 0, record.length)).isEqualTo(record.length);
        byte[] out = new byte[reader.room(record.length)];
        int length = reader.open(record, 0, record.length, out, 0);
        return Arrays.copyOf(out, length);
    }

    /** A record as it stands on the wire. */
    static byte[] record(int type, int version, byte... fragment) {
        byte[] record = new byte[RecordHeader.LENGTH + fragment.length];
        RecordHeader.write(type, version, fragment.length, record, 0);
        System.arraycopy(fragment, 0, record, RecordHeader.LENGTH, fragment.length);
        return record;
    }

    static TlsFault refused(Fault fault, ThrowingCallable call) {
        TlsFault thrown = catchThrowableOfType(TlsFault.class, call);
        assertThat(thrown).as("the call is refused").isNotNull();
        assertThat(thrown.fault()).isEqualTo(fault);
        return thrown;
    }
}
