package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.net.TlsStream;
import java.util.Optional;

/**
 * Ourselves at the other end, where no other stack is at hand that knows the suite.
 *
 * @param end how we open connections
 */
record DovetailPeer(DovetailEnd end) implements Peer {

    @Override
    public String name() {
        return "Dovetail";
    }

    @Override
    public boolean independent() {
        return false;
    }

    @Override
    public boolean speaks(UsableSuite suite, ProtocolVersion version, Optional<NamedGroup> group) {
        return true;
    }

    @Override
    public boolean knows(KeyKind key) {
        return true;
    }

    @Override
    public Connector prepare(Route route) {
        DovetailEnd.Opener opener = end.prepare(route, route.role().peer());
        return socket -> {
            TlsStream stream = opener.open(socket);
            stream.handshake();
            return new Line(stream.input(), stream.output(), stream);
        };
    }
}
