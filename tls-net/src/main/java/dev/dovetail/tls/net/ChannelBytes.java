package dev.dovetail.tls.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Bytes of the network that are on their way between a channel and an engine, in one direction. It holds an array only
 * while there are some.
 */
final class ChannelBytes {

    private static final byte[] NONE = new byte[0];

    byte[] array = NONE;
    int start;
    int end;
    private ByteBuffer view = ByteBuffer.wrap(NONE);

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Makes room behind the bytes that are there, as much as there can be. */
    void open() {
        if (array.length == 0) {
            array = NetArrays.take();
            view = ByteBuffer.wrap(array);
        }
        if (start > 0) {
            System.arraycopy(array, start, array, 0, length());
            end -= start;
            start = 0;
        }
    }

    /** Gives the array back if nothing is in it. */
    void close() {
        if (!isEmpty()) return;
        drop();
    }

    /** Gives the array back, whatever is in it. */
    void drop() {
        if (array.length > 0) NetArrays.give(array);
        array = NONE;
        view = ByteBuffer.wrap(NONE);
        start = 0;
        end = 0;
    }

    /** One read: bytes, 0 if none are there, -1 at the end. */
    int readFrom(SocketChannel channel) throws IOException {
        open();
        view.limit(array.length).position(end);
        int count = channel.read(view);
        if (count > 0) end += count;
        close();
        return count;
    }

    /** Writes what the channel takes; true if nothing is left. */
    boolean writeTo(SocketChannel channel) throws IOException {
        while (!isEmpty()) {
            view.limit(end).position(start);
            int count = channel.write(view);
            if (count == 0) return false;
            start += count;
        }
        close();
        return true;
    }
}
