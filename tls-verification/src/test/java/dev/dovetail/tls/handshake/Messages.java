package dev.dovetail.tls.handshake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Handshake messages as bytes: a type, three bytes of length, a body. */
final class Messages {

    private static final int HEADER = 4;

    private Messages() {}

    static int type(byte[] message) {
        return message[0] & 0xff;
    }

    static byte[] of(int type, byte... body) {
        byte[] message = new byte[HEADER + body.length];
        message[0] = (byte) type;
        message[1] = (byte) (body.length >>> 16);
        message[2] = (byte) (body.length >>> 8);
        message[3] = (byte) body.length;
        System.arraycopy(body, 0, message, HEADER, body.length);
        return message;
    }

    static byte[] body(byte[] message) {
        return Arrays.copyOfRange(message, HEADER, message.length);
    }

    /** The first bytes of the body, with a header that says so. */
    static byte[] prefix(byte[] message, int length) {
        return of(type(message), Arrays.copyOf(body(message), length));
    }

    static byte[] with(byte[] message, byte... trailing) {
        return of(type(message), join(body(message), trailing));
    }

    /** One byte of the body changed, counted from the end if negative. */
    static byte[] flip(byte[] message, int at) {
        byte[] changed = message.clone();
        changed[at < 0 ? message.length + at : HEADER + at] ^= 1;
        return changed;
    }

    static byte[] set(byte[] message, int at, int value) {
        byte[] changed = message.clone();
        changed[HEADER + at] = (byte) value;
        return changed;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    static byte[] u16(int value) {
        return new byte[] {(byte) (value >>> 8), (byte) value};
    }

    /** Cuts whole messages off the front; what is left of the last one stays in {@code held}. */
    static List<byte[]> takeWhole(ByteArrayOutputStream held) {
        List<byte[]> messages = new ArrayList<>();
        byte[] bytes = held.toByteArray();
        int start = 0;
        while (bytes.length - start >= HEADER) {
            int length = HEADER
                    + ((bytes[start + 1] & 0xff) << 16 | (bytes[start + 2] & 0xff) << 8 | bytes[start + 3] & 0xff);
            if (bytes.length - start < length) break;
            messages.add(Arrays.copyOfRange(bytes, start, start + length));
            start += length;
        }
        held.reset();
        held.write(bytes, start, bytes.length - start);
        return messages;
    }
}
