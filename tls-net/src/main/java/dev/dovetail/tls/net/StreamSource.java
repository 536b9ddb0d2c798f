package dev.dovetail.tls.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** The reading side as the JDK's streams go. */
final class StreamSource extends InputStream {

    private static final int TRANSFER = 1 << 16;

    private final TlsStream stream;

    StreamSource(TlsStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return stream.read(buffer, offset, length);
    }

    /** What is decrypted already. */
    @Override
    public int available() {
        return stream.available();
    }

    /** With an array into which whole records are opened. */
    @Override
    public long transferTo(OutputStream target) throws IOException {
        byte[] buffer = new byte[TRANSFER];
        long total = 0;
        for (int count; (count = read(buffer, 0, buffer.length)) >= 0; total += count) target.write(buffer, 0, count);
        return total;
    }

    @Override
    public void close() {
        stream.close();
    }
}
