package dev.dovetail.tls.handshake.credential;

import java.util.Arrays;

/**
 * As much DER (X.690) as private keys and names need: reads elements one after the other, and puts some together. Where the bytes
 * are secret, so are the copies: whoever asks for one wipes it.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private final int end;
    private int next;

    private Der(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    /** Reads elements of an array, which is not copied. */
    static Der of(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    boolean isEmpty() {
        return next == end;
    }

    /** The tag of the next element; 0 where there is none. */
    int tag() {
        return isEmpty() ? 0 : bytes[next] & 0xff;
    }

    /** What is in the next element, which has this tag. */
    Der in(int tag) {
        int length = header(tag);
        Der inside = new Der(bytes, next, next + length);
        next += length;
        return inside;
    }

    /** The next element with its header, a copy. */
    byte[] element(int tag) {
        int start = next;
        in(tag);
        return Arrays.copyOfRange(bytes, start, next);
    }

    /** What is left, a copy. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, next, end);
    }

    private int header(int tag) {
        if (end - next < 2 || (bytes[next] & 0xff) != tag) {
            throw new IllegalArgumentException(String.format("wanted DER tag 0x%02x, found 0x%02x", tag, tag()));
        }
        int length = bytes[next + 1] & 0xff;
        next += 2;
        if (length >= 0x80) {
            int more = length - 0x80;
            // Three bytes are 16 MB: no key is longer; and 0x80 would be BER.
            if (more == 0 || more > 3 || end - next < more)
                throw new IllegalArgumentException("a DER length is malformed");
            length = 0;
            for (int i = 0; i < more; i++) length = length << 8 | (bytes[next++] & 0xff);
        }
        if (length > end - next) throw new IllegalArgumentException("a DER element is longer than what it is in");
        return length;
    }

    /** An element of this tag around these parts; the parts stay the caller's. */
    static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        int lengthBytes = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
        byte[] out = new byte[2 + lengthBytes + length];
        out[0] = (byte) tag;
        out[1] = (byte) (lengthBytes == 0 ? length : 0x80 + lengthBytes);
        for (int i = 0; i < lengthBytes; i++) out[2 + i] = (byte) (length >> 8 * (lengthBytes - 1 - i));
        int at = 2 + lengthBytes;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }

    /** An object identifier's content in dotted form (X.690 8.19). */
    static String dotted(byte[] content) {
        StringBuilder text = new StringBuilder();
        long value = 0;
        for (byte b : content) {
            if (value > Long.MAX_VALUE >> 7)
                throw new IllegalArgumentException("an object identifier is out of bounds");
            value = value << 7 | (b & 0x7f);
            if (b < 0) continue;
            if (text.length() == 0) {
                long first = Math.min(value / 40, 2);
                text.append(first).append('.').append(value - 40 * first);
            } else {
                text.append('.').append(value);
            }
            value = 0;
        }
        return text.toString();
    }
}
