package dev.dovetail.tls.peers;

import java.io.IOException;
import javax.net.ssl.SSLContext;

/** Which of JSSE's two doors is taken. */
enum Transport {
    /** {@code SSLEngine}, in memory. */
    ENGINES {
        @Override
        Connection connect(SSLContext client, SSLContext server, Setting setting) {
            return new EngineConnection(client, server, setting);
        }
    },
    /** {@code SSLSocket} and {@code SSLServerSocket}, on the loopback address. */
    SOCKETS {
        @Override
        Connection connect(SSLContext client, SSLContext server, Setting setting) throws IOException {
            return new SocketConnection(client, server, setting);
        }
    };

    /** A connection whose handshake has not begun. */
    abstract Connection connect(SSLContext client, SSLContext server, Setting setting) throws IOException;
}
