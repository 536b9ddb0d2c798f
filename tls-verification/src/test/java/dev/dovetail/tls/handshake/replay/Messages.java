package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Arrays;
import java.util.function.Consumer;

/** Handshake messages and records that a test puts together itself. */
final class Messages {

    private Messages() {}

    /** A message with its header. */
    static byte[] of(int type, Consumer<WireWriter> body) {
        WireWriter out = WireWriter.of("message");
        out.u8("type", type);
        try (WireWriter.Block block = out.open("body", 3)) {
            body.accept(out);
        }
        return out.toBytes();
    }

    /** A handshake record without protection. */
    static byte[] record(byte[] message) {
        return WireWriter.of("record")
                .u8("type", 22)
                .u16("version", 0x0303)
                .block("fragment", 2, message)
                .toBytes();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
