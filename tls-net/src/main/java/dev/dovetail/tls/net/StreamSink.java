package dev.dovetail.tls.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** The writing side as the JDK's streams go. Nothing is held back, so there is nothing to flush. */
final class StreamSink extends OutputStream {

    private final TlsStream stream;

    StreamSink(TlsStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        stream.write(data, offset, length, false);
    }

    @Override
    public void close() throws IOException {
        stream.closeOutput();
    }
}
