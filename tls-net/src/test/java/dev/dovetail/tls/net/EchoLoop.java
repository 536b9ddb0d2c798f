package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.Ending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** An event loop of one connection, as an application would write it: sends back what comes. */
final class EchoLoop implements AutoCloseable {

    private final Selector selector;
    private final ByteBuffer buffer;

    EchoLoop(boolean direct) throws IOException {
        selector = Selector.open();
        buffer = direct ? ByteBuffer.allocateDirect(40_000) : ByteBuffer.allocate(40_000);
    }

    /** One thing that is tried until it is done. */
    @FunctionalInterface
    interface Step {
        boolean isDone() throws IOException;
    }

    void wakeUp() {
        selector.wakeup();
    }

    void register(TlsChannel connection) throws IOException {
        connection.channel().register(selector, SelectionKey.OP_READ);
    }

    /** Tries a step, and again whenever the channel is ready. */
    void until(TlsChannel connection, Step step) throws IOException {
        while (!step.isDone()) {
            connection.channel().keyFor(selector).interestOps(connection.interestOps());
            selector.select();
            selector.selectedKeys().clear();
        }
    }

    /** Serves to the end; a fault is thrown once the peer was told. */
    Ending run(TlsChannel connection) throws IOException {
        register(connection);
        try (connection) {
            try {
                until(connection, connection::handshake);
                until(connection, () -> echo(connection));
            } catch (TlsException fault) {
                until(connection, connection::finish);
                throw fault;
            }
            until(connection, connection::finish);
            return connection.ending();
        }
    }

    private boolean echo(TlsChannel connection) throws IOException {
        while (true) {
            // Nothing read for want of room says nothing about what there is to read.
            boolean full = !buffer.hasRemaining();
            int count = connection.read(buffer);
            buffer.flip();
            connection.write(buffer);
            boolean stuck = buffer.hasRemaining();
            buffer.compact();
            if (count < 0 && !stuck) return true;
            if (stuck || (count == 0 && !full)) return false;
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
