package org.example.tls13only;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.file.Path;

/** A client that sends a line over TLS 1.3 and prints what it agreed on, and the configuration of its server. */
public final class Tls13Only {

    private Tls13Only() {}

    /**
     * The only suite comes from the choice of modules. That choice has ECDHE for TLS 1.2 too, so the version is limited.
     *
     * @return TLS 1.3 with TLS_CHACHA20_POLY1305_SHA256
     */
    static Selection selection() {
        return Selection.modern(Catalog.discover()).versions(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_3);
    }

    static ClientConfig client(String server, PeerVerifier trust) {
        return ClientConfig.of(selection()).serverName(server).verifier(trust).build();
    }

    static ServerConfig server(Credential credential) {
        return ServerConfig.of(selection()).credential(credential).build();
    }

    /**
     * {@code connect HOST PORT ROOTS.pem} sends a line; {@code parts} lists what could ever be
     * negotiated.
     *
     * @param args as above
     * @throws IOException if the connection fails
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("parts")) {
            Composition.of(Catalog.discover(), selection()).print(System.out);
        } else if (args.length == 4 && args[0].equals("connect")) {
            connect(args[1], Integer.parseInt(args[2]), Path.of(args[3]), System.out);
        } else {
            System.err.println("connect HOST PORT ROOTS.pem, or parts");
            System.exit(2);
        }
    }

    private static void connect(String host, int port, Path roots, PrintStream out) throws IOException {
        try (Socket socket = new Socket(host, port);
                TlsStream connection = TlsStream.client(client(host, PkixVerifier.trustingPem(roots)), socket)) {
            connection.handshake();
            ConnectionInfo info = connection.info();
            connection.output().write("hello\n".getBytes(UTF_8));
            connection.closeOutput();
            out.println(info.version() + " " + info.suite() + " "
                    + info.group().orElseThrow().name());
        }
    }
}
