package dev.dovetail.tls.cli.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An end of a TLS connection, whose handshake is done.
 *
 * @param input what the other end sends
 * @param output to the other end
 * @param closing ends it in order
 */
record Line(InputStream input, OutputStream output, Closeable closing) implements Closeable {

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
