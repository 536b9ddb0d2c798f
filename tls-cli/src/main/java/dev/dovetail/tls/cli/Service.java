package dev.dovetail.tls.cli;

import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;

/** What a server does with a connection whose handshake is done. For many at once. */
@FunctionalInterface
interface Service {

    /** Returns when the connection may be closed. */
    void serve(TlsStream stream) throws IOException;

    /** Sends back what comes, until the peer closes. */
    static Service echo() {
        return stream -> stream.input().transferTo(stream.output());
    }
}
