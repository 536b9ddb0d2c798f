package dev.dovetail.tls.jsse.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** The writing side of a socket. Each write is sent at once. For many threads, one after another. */
final class SocketOutput extends OutputStream {

    private final DovetailSocket socket;

    SocketOutput(DovetailSocket socket) {
        this.socket = socket;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (length > 0) socket.begun().write(data, offset, length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
