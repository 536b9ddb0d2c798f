package dev.dovetail.tls.api.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the presentation language of RFC 8446 3 into a growing array, field by field, each with its name: the mirror of
 * {@link WireReader}. A value that does not fit its field is a fault of ours and an {@link IllegalArgumentException}.
 * Not for use by several threads.
 */
public final class WireWriter {

    /** A vector that is being written: closing it fills its length in. */
    public interface Block extends AutoCloseable {
        /** Ends the vector. */
        @Override
        void close();
    }

    private final @Nullable FieldObserver observer;
    private byte[] data = new byte[128];
    private int size;
    private final String name;
    private @Nullable OpenBlock innermost;

    private WireWriter(String name, @Nullable FieldObserver observer) {
        this.name = name;
        this.observer = observer;
    }

    /**
     * A writer that nobody observes.
     *
     * @param name what is written, the head of every path
     * @return the writer
     */
    public static WireWriter of(String name) {
        return new WireWriter(name, null);
    }

    /**
     * A writer.
     *
     * @param name what is written, the head of every path
     * @param observer sees each field, or null; offsets count from the first byte written
     * @return the writer
     */
    public static WireWriter of(String name, @Nullable FieldObserver observer) {
        return new WireWriter(name, observer);
    }

    /**
     * A one-byte number.
     *
     * @param name the field
     * @param value 0 to 255
     * @return this
     */
    public WireWriter u8(String name, int value) {
        return number(name, value, 1);
    }

    /**
     * A two-byte number.
     *
     * @param name the field
     * @param value 0 to 65535
     * @return this
     */
    public WireWriter u16(String name, int value) {
        return number(name, value, 2);
    }

    /**
     * A three-byte number.
     *
     * @param name the field
     * @param value 0 to 2^24 - 1
     * @return this
     */
    public WireWriter u24(String name, int value) {
        return number(name, value, 3);
    }

    /**
     * A four-byte number.
     *
     * @param name the field
     * @param value 0 to 2^32 - 1
     * @return this
     */
    public WireWriter u32(String name, long value) {
        return number(name, value, 4);
    }

    /**
     * A field of fixed length.
     *
     * @param name the field
     * @param bytes copied
     * @return this
     */
    public WireWriter bytes(String name, byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, data, size, bytes.length);
        size += bytes.length;
        saw(name, size - bytes.length, bytes.length);
        return this;
    }

    /**
     * A vector with its length in front (RFC 8446 3.4).
     *
     * @param name the field
     * @param lengthBytes bytes of the length, 1 to 3
     * @param bytes copied
     * @return this
     */
    public WireWriter block(String name, int lengthBytes, byte[] bytes) {
        length(name, lengthBytes, bytes.length);
        return bytes(name, bytes);
    }

    /**
     * Begins a vector whose length is filled in when the result is closed.
     *
     * @param name the field
     * @param lengthBytes bytes of the length, 1 to 3
     * @return to be closed, best by {@code try}
     */
    public Block open(String name, int lengthBytes) {
        OpenBlock block = new OpenBlock(name, size, lengthBytes, innermost);
        reserve(lengthBytes);
        size += lengthBytes;
        innermost = block;
        return block;
    }

    /**
     * How much was written.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /**
     * What was written.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(data, size);
    }

    private WireWriter number(String name, long value, int length) {
        reserve(length);
        put(size, value, length, name);
        size += length;
        saw(name, size - length, length);
        return this;
    }

    private void length(String name, int lengthBytes, int length) {
        reserve(lengthBytes);
        put(size, length, lengthBytes, name);
        size += lengthBytes;
        if (observer != null) observer.field(path() + "." + name + ".length", data, size - lengthBytes, lengthBytes);
    }

    private void put(int at, long value, int length, String name) {
        if (value < 0 || value >>> 8 * length != 0) {
            throw new IllegalArgumentException(
                    path() + "." + name + ": " + value + " does not fit " + length + " bytes");
        }
        for (int i = 0; i < length; i++) data[at + i] = (byte) (value >>> 8 * (length - 1 - i));
    }

    private void reserve(int more) {
        if (size + more > data.length) data = Arrays.copyOf(data, Math.max(size + more, data.length * 2));
    }

    private void saw(String name, int start, int length) {
        if (observer != null) observer.field(path() + "." + name, data, start, length);
    }

    /** Put together when somebody asks: most writers meet neither a fault nor an observer. */
    private String path() {
        return innermost == null ? name : innermost.path();
    }

    /** A vector that is being written. */
    private final class OpenBlock implements Block {

        private final String name;
        private final int at;
        private final int lengthBytes;
        private final @Nullable OpenBlock outer;

        OpenBlock(String name, int at, int lengthBytes, @Nullable OpenBlock outer) {
            this.name = name;
            this.at = at;
            this.lengthBytes = lengthBytes;
            this.outer = outer;
        }

        String path() {
            return (outer == null ? WireWriter.this.name : outer.path()) + "." + name;
        }

        @Override
        public void close() {
            put(at, size - at - lengthBytes, lengthBytes, name);
            innermost = outer;
            if (observer != null) {
                observer.field(WireWriter.this.path() + "." + name + ".length", data, at, lengthBytes);
            }
        }
    }
}
