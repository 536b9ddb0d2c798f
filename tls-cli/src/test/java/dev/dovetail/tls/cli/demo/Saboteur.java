package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/**
 * A peer that does one thing wrong behind a correct handshake.
 *
 * @param honest who does the handshake
 * @param misdeed what is wrong
 */
record Saboteur(Peer honest, Misdeed misdeed) implements Peer {

    /** Changes an end of a connection. */
    interface Misdeed {
        Line on(Line line, Socket socket);
    }

    /** More than a sign or a digest: so it is the file. */
    private static final int MUCH = 1000;

    /** Flips a bit in what it sends back. */
    static final Misdeed SENDS_SOMETHING_ELSE = (line, socket) -> new Line(
            line.input(),
            new FilterOutputStream(line.output()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    byte[] other = bytes.clone();
                    if (length > MUCH) other[offset + length / 2] ^= 1;
                    out.write(other, offset, length);
                }
            },
            line);

    /** Flips a bit in what it receives. */
    static final Misdeed RECEIVES_SOMETHING_ELSE = (line, socket) -> new Line(
            new FilterInputStream(line.input()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    if (count > MUCH) bytes[offset + count / 2] ^= 1;
                    return count;
                }
            },
            line.output(),
            line);

    /** Closes TCP, not TLS. */
    static final Misdeed CUTS_OFF = (line, socket) -> new Line(line.input(), line.output(), socket);

    /** Takes everything and answers nothing. */
    static final Misdeed STAYS_SILENT = (line, socket) -> new Line(line.input(), OutputStream.nullOutputStream(), line);

    /** Closes before anything was said. */
    static final Misdeed LEAVES = (line, socket) -> {
        try {
            line.close();
        } catch (IOException gone) {
            // That is what it wants.
        }
        return new Line(InputStream.nullInputStream(), OutputStream.nullOutputStream(), line);
    };

    @Override
    public String name() {
        return "saboteur";
    }

    @Override
    public boolean independent() {
        return honest.independent();
    }

    @Override
    public boolean speaks(UsableSuite suite, ProtocolVersion version, Optional<NamedGroup> group) {
        return honest.speaks(suite, version, group);
    }

    @Override
    public boolean knows(KeyKind key) {
        return honest.knows(key);
    }

    @Override
    public Connector prepare(Route route) throws IOException {
        Connector connector = honest.prepare(route);
        return socket -> misdeed.on(connector.open(socket), socket);
    }
}
