package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a peer sends, it is a fault of the peer, never one of ours. */
class HostileBytesPropertyTest {

    @ParameterizedTest
    @EnumSource
    void blamesThePeerForItsBytes(Shape shape) {
        Random random = new Random(shape.ordinal());
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = new byte[5 + random.nextInt(400)];
            random.nextBytes(bytes);
            // Mostly a header that is good enough to come as far as the protection.
            if (round % 10 != 0) RecordHeader.write(20 + random.nextInt(4), 0x0303, bytes.length - 5, bytes, 0);
            try (RecordReader reader = shape.reader()) {
                reader.acceptPlaintextAlert(random.nextBoolean());
                int length = reader.recordLength(bytes, 0, bytes.length);
                if (length > bytes.length) continue;
                int opened = reader.open(bytes, 0, length, new byte[reader.room(length)], 0);
                assertThat(reader.wasProtected())
                        .as("nothing random is authentic")
                        .isFalse();
                assertThat(opened).isEqualTo(length - 5);
            } catch (TlsFault fault) {
                assertThat(fault.fault().origin()).as(fault.getMessage()).isEqualTo(Fault.Origin.PEER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesAnyContentInPiecesOfAnyLimit(Shape shape) {
        Random random = new Random(100 + shape.ordinal());
        try (RecordWriter writer = shape.writer();
                RecordReader reader = shape.reader()) {
            for (int round = 0; round < 200; round++) {
                int limit = 1 + random.nextInt(500);
                writer.fragmentLimit(limit);
                reader.contentLimit(limit);
                byte[] content = new byte[1 + random.nextInt(2000)];
                random.nextBytes(content);
                assertThat(opened(reader, Wire.seal(writer, ContentType.HANDSHAKE, content)))
                        .isEqualTo(content);
            }
        }
    }

    private static byte[] opened(RecordReader reader, byte[] wire) {
        byte[] content = new byte[wire.length];
        int end = 0;
        for (int at = 0; at < wire.length; ) {
            int length = reader.recordLength(wire, at, wire.length - at);
            byte[] out = new byte[reader.room(length)];
            int count = reader.open(wire, at, length, out, 0);
            System.arraycopy(out, 0, content, end, count);
            end += count;
            at += length;
        }
        return Arrays.copyOf(content, end);
    }
}
