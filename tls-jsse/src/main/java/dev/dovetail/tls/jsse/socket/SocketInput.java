package dev.dovetail.tls.jsse.socket;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The reading side of a socket. For many threads, one after another. */
final class SocketInput extends InputStream {

    private static final int SKIPPED_AT_ONCE = 8192;

    private final DovetailSocket socket;

    SocketInput(DovetailSocket socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) return 0;
        if (socket.isInputShutdown() && !socket.isClosed()) return -1;
        return socket.begun().read(buffer, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        long left = count;
        byte[] dump = new byte[(int) Math.max(1, Math.min(left, SKIPPED_AT_ONCE))];
        while (left > 0) {
            int got = read(dump, 0, (int) Math.min(left, dump.length));
            if (got < 0) break;
            left -= got;
        }
        return Math.max(0, count) - Math.max(0, left);
    }

    /** What is decrypted already: of records that have arrived and were not asked for, nothing is known. */
    @Override
    public int available() throws IOException {
        return socket.available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
