package org.example.iot;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Connects with a pre-shared key (RFC 7925 4.2) and prints what was agreed on. */
public final class Device {

    private Device() {}

    /**
     * What the modules allow, which is all that there is: the four PSK suites with CCM. A plain pre-shared key has no forward
     * secrecy, so the default selection takes none of them.
     *
     * @return TLS 1.2 with those suites; TLS 1.3 needs a group, and there is none
     */
    static Selection selection() {
        return Selection.compatible(Catalog.discover());
    }

    static ClientConfig client(PreSharedKey key) {
        return ClientConfig.of(selection())
                .preSharedKeys(ClientPreSharedKeys.of(key))
                .build();
    }

    static ServerConfig station(PreSharedKey key) {
        return ServerConfig.of(selection())
                .preSharedKeys(ServerPreSharedKeys.of(key))
                .build();
    }

    /**
     * Says hello to a station.
     *
     * @param args host, port, the key's name, and the file that holds the key: at least 16 bytes
     * @throws IOException if the connection fails
     */
    public static void main(String[] args) throws IOException {
        try (PreSharedKey key = PreSharedKey.of(args[2], Files.readAllBytes(Path.of(args[3])));
                Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
                TlsStream connection = TlsStream.client(client(key), socket)) {
            connection.handshake();
            System.out.println(
                    connection.info().version() + " " + connection.info().suite());
        }
    }
}
