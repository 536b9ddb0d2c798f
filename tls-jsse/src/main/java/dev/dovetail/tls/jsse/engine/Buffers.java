package dev.dovetail.tls.jsse.engine;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;

/** A run of buffers, as {@link javax.net.ssl.SSLEngine}'s methods take them. */
final class Buffers {

    private Buffers() {}

    static void require(ByteBuffer buffer, String what) {
        if (buffer == null) throw new IllegalArgumentException(what + " is wanted, not null");
    }

    static void requireWritable(ByteBuffer buffer) {
        require(buffer, "a destination");
        if (buffer.isReadOnly()) throw new ReadOnlyBufferException();
    }

    static void requireWritable(ByteBuffer[] buffers, int offset, int length) {
        require(buffers, offset, length);
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i].isReadOnly()) throw new ReadOnlyBufferException();
        }
    }

    static void require(ByteBuffer[] buffers, int offset, int length) {
        if (buffers == null) throw new IllegalArgumentException("an array of buffers is wanted, not null");
        Objects.checkFromIndexSize(offset, length, buffers.length);
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i] == null) throw new IllegalArgumentException("buffer " + i + " is null");
        }
    }

    /** How much the run holds, or has room for; no more than a record needs is counted. */
    static int remaining(ByteBuffer[] buffers, int offset, int length) {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) sum += buffers[i].remaining();
        return (int) Math.min(sum, 1 << 30);
    }

    /** Where the run begins: its first buffer that has anything, or its last one. */
    static int first(ByteBuffer[] buffers, int offset, int length) {
        int i = offset;
        while (i < offset + length - 1 && !buffers[i].hasRemaining()) i++;
        return i;
    }

    /** Reads without moving: the positions move when it is known how much was used. */
    static void peek(ByteBuffer[] buffers, int offset, byte[] out, int count) {
        int done = 0;
        for (int i = offset; done < count; i++) {
            int part = Math.min(count - done, buffers[i].remaining());
            buffers[i].get(buffers[i].position(), out, done, part);
            done += part;
        }
    }

    static void skip(ByteBuffer[] buffers, int offset, int count) {
        int left = count;
        for (int i = offset; left > 0; i++) {
            int part = Math.min(left, buffers[i].remaining());
            buffers[i].position(buffers[i].position() + part);
            left -= part;
        }
    }

    static void put(byte[] in, int count, ByteBuffer[] buffers, int offset) {
        int done = 0;
        for (int i = offset; done < count; i++) {
            int part = Math.min(count - done, buffers[i].remaining());
            buffers[i].put(in, done, part);
            done += part;
        }
    }
}
