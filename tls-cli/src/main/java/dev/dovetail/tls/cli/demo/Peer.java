package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** A TLS stack at the other end. */
interface Peer {

    /** For the table. */
    String name();

    /** Whether its code is not ours: two ends of one stack can make the same mistake. */
    boolean independent();

    /** Whether it could make such a connection. */
    boolean speaks(UsableSuite suite, ProtocolVersion version, Optional<NamedGroup> group);

    /** Whether it can deal with certificates of such keys. */
    boolean knows(KeyKind key);

    /** Makes everything ready, so that the handshake's time is the handshake's alone. */
    Connector prepare(Route route) throws IOException;

    /** Turns a connected socket into a TLS connection, at the other end of a route. */
    interface Connector {

        /** Does the handshake. */
        Line open(Socket socket) throws IOException;
    }
}
