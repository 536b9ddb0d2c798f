package dev.dovetail.tls.peers.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes that a socket did not take yet. */
final class Wire {

    private final SocketChannel channel;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Sends bytes, or keeps a copy until the socket is ready. */
    void send(ByteBuffer bytes) throws IOException {
        if (flush()) channel.write(bytes);
        if (!bytes.hasRemaining()) return;
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        waiting.add(copy.put(bytes).flip());
    }

    /** Sends what waits, and answers whether nothing waits any more. */
    boolean flush() throws IOException {
        for (ByteBuffer first = waiting.peek(); first != null; first = waiting.peek()) {
            channel.write(first);
            if (first.hasRemaining()) return false;
            waiting.remove();
        }
        return true;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
