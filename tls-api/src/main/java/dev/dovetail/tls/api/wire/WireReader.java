package dev.dovetail.tls.api.wire;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the presentation language of RFC 8446 3 from an array, field by field, each with its name. Whatever does not
 * fit is a {@link Fault#DECODE_ERROR} whose detail is the path of the field. Not for use by several threads.
 */
public final class WireReader {

    private final byte[] data;
    private final int end;
    private final String name;
    private final @Nullable WireReader outer;
    private final @Nullable FieldObserver observer;
    private int position;

    private WireReader(
            byte[] data,
            int offset,
            int end,
            String name,
            @Nullable WireReader outer,
            @Nullable FieldObserver observer) {
        this.data = data;
        this.position = offset;
        this.end = end;
        this.name = name;
        this.outer = outer;
        this.observer = observer;
    }

    /**
     * A reader over a whole array.
     *
     * @param data read, never changed; must not change while it is read
     * @param name what it holds, the head of every path, for example {@code ServerHello}
     * @return the reader
     */
    public static WireReader of(byte[] data, String name) {
        return new WireReader(data, 0, data.length, name, null, null);
    }

    /**
     * A reader over a part of an array.
     *
     * @param data read, never changed
     * @param offset first byte
     * @param length how many bytes
     * @param name the head of every path
     * @param observer sees each field, or null
     * @return the reader
     */
    public static WireReader of(byte[] data, int offset, int length, String name, @Nullable FieldObserver observer) {
        return new WireReader(data, offset, offset + length, name, null, observer);
    }

    /**
     * A one-byte number.
     *
     * @param name the field
     * @return 0 to 255
     */
    public int u8(String name) {
        return (int) number(name, 1);
    }

    /**
     * A two-byte number.
     *
     * @param name the field
     * @return 0 to 65535
     */
    public int u16(String name) {
        return (int) number(name, 2);
    }

    /**
     * A three-byte number.
     *
     * @param name the field
     * @return 0 to 2^24 - 1
     */
    public int u24(String name) {
        return (int) number(name, 3);
    }

    /**
     * A four-byte number.
     *
     * @param name the field
     * @return 0 to 2^32 - 1
     */
    public long u32(String name) {
        return number(name, 4);
    }

    /**
     * A field of fixed length.
     *
     * @param name the field
     * @param length how many bytes
     * @return a copy
     */
    public byte[] bytes(String name, int length) {
        int start = take(name, length);
        saw(name, start, length);
        return Arrays.copyOfRange(data, start, start + length);
    }

    /**
     * A vector with its length in front (RFC 8446 3.4).
     *
     * @param name the field
     * @param lengthBytes bytes of the length, 1 to 3
     * @param min fewest bytes allowed
     * @param max most bytes allowed
     * @return a copy of the contents
     */
    public byte[] block(String name, int lengthBytes, int min, int max) {
        int length = length(name, lengthBytes, min, max);
        int start = take(name, length);
        saw(name, start, length);
        return Arrays.copyOfRange(data, start, start + length);
    }

    /**
     * A vector with its length in front, to be read in its turn. The caller ends with {@link #done()}.
     *
     * @param name the field
     * @param lengthBytes bytes of the length, 1 to 3
     * @param min fewest bytes allowed
     * @param max most bytes allowed
     * @return a reader over the contents, its path below this one's
     */
    public WireReader nested(String name, int lengthBytes, int min, int max) {
        int length = length(name, lengthBytes, min, max);
        int start = take(name, length);
        return new WireReader(data, start, start + length, name, this, observer);
    }

    /**
     * All that is left.
     *
     * @param name the field
     * @return a copy, perhaps empty
     */
    public byte[] rest(String name) {
        return bytes(name, end - position);
    }

    /**
     * All that is left, without moving on and without telling the observer.
     *
     * @return a copy, perhaps empty
     */
    public byte[] peek() {
        return Arrays.copyOfRange(data, position, end);
    }

    /**
     * Tells whether something is left.
     *
     * @return true if at least one byte is
     */
    public boolean hasMore() {
        return position < end;
    }

    /**
     * How much is left.
     *
     * @return bytes
     */
    public int remaining() {
        return end - position;
    }

    /** Makes sure that nothing is left: trailing bytes are a {@link Fault#DECODE_ERROR}. */
    public void done() {
        if (position < end) throw fault(Fault.DECODE_ERROR, "%d trailing bytes", end - position);
    }

    /**
     * Where this reader stands, for errors of the caller.
     *
     * @return for example {@code ServerHello.extensions}
     */
    public String path() {
        // Put together when somebody asks: most readers meet neither a fault nor an observer.
        return outer == null ? name : outer.path() + "." + name;
    }

    /**
     * A fault that names this reader's path.
     *
     * @param fault which rule was broken
     * @param format what was wrong
     * @param details the values
     * @return the exception, to be thrown
     */
    public TlsFault fault(Fault fault, String format, @Nullable Object... details) {
        return fault.because("%s: %s", path(), String.format(format, details));
    }

    private long number(String name, int length) {
        int start = take(name, length);
        saw(name, start, length);
        return value(start, length);
    }

    private int length(String name, int lengthBytes, int min, int max) {
        int start = take(name, lengthBytes);
        int length = (int) value(start, lengthBytes);
        if (observer != null) observer.field(path() + "." + name + ".length", data, start, lengthBytes);
        if (length < min || length > max) {
            throw Fault.DECODE_ERROR.because(
                    "%s.%s: has length %d, allowed is %d to %d", path(), name, length, min, max);
        }
        return length;
    }

    private long value(int start, int length) {
        long value = 0;
        for (int i = start; i < start + length; i++) value = value << 8 | data[i] & 0xff;
        return value;
    }

    private int take(String name, int length) {
        if (length > end - position) {
            throw Fault.DECODE_ERROR.because("%s.%s: needs %d bytes, has %d", path(), name, length, end - position);
        }
        int start = position;
        position += length;
        return start;
    }

    private void saw(String name, int start, int length) {
        if (observer != null) observer.field(path() + "." + name, data, start, length);
    }
}
