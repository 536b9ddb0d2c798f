package dev.dovetail.tls.handshake.illustrated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.RecordReader;
import java.util.Arrays;

/**
 * One direction of a capture, opened record by record.
 *
 * @param capture whose records
 * @param reader of the direction
 */
record Opened(Capture capture, RecordReader reader) {

    static Opened of(Capture capture) {
        return new Opened(capture, new RecordReader());
    }

    void install(ReadProtection keys) {
        reader.install(keys);
    }

    /** The content of a record, which has to be of this type. */
    byte[] content(String file, int contentType) {
        byte[] record = capture.file(file);
        assertThat(reader.recordLength(record, 0, record.length)).as(file).isEqualTo(record.length);
        byte[] out = new byte[reader.room(record.length)];
        int length = reader.open(record, 0, record.length, out, 0);
        assertThat(reader.contentType()).as("content type of %s", file).isEqualTo(contentType);
        return Arrays.copyOf(out, length);
    }
}
