package org.example.everything;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Connects with every suite, group and signature scheme enabled, and prints what was agreed on. For surveys of old and odd
 * devices: much of it protects nothing.
 */
public final class Everything {

    private Everything() {}

    /**
     * What is worn out, unencrypted or experimental is enabled only by its name: so each is named.
     *
     * @return everything that the catalog can use
     */
    static Selection selection() {
        Catalog catalog = Catalog.discover();
        String[] schemes = names(
                catalog.signatureSchemes().stream().map(SignatureScheme::name).toList());
        return Selection.modern(catalog)
                .suites(names(catalog.usable().stream().map(Object::toString).toList()))
                .groups(names(catalog.groups().stream().map(NamedGroup::name).toList()))
                .signing(schemes)
                .verifying(schemes);
    }

    static ClientConfig client(String server, PkixVerifier trust, PreSharedKey key) {
        return ClientConfig.of(selection())
                .serverName(server)
                .verifier(trust)
                .preSharedKeys(ClientPreSharedKeys.of(key))
                .insecureAnonymousServers()
                .build();
    }

    static ServerConfig server(List<Credential> credentials, PreSharedKey key) {
        ServerConfig.Builder config = ServerConfig.of(selection()).preSharedKeys(ServerPreSharedKeys.of(key));
        credentials.forEach(config::credential);
        return config.build();
    }

    /**
     * Connects and prints what was agreed on.
     *
     * @param args host, port, PEM file of the roots, the pre-shared key's name, and the file that holds it
     * @throws IOException if the connection fails
     */
    public static void main(String[] args) throws IOException {
        PkixVerifier trust = PkixVerifier.trustingPem(Path.of(args[2]));
        try (PreSharedKey key = PreSharedKey.of(args[3], Files.readAllBytes(Path.of(args[4])));
                Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
                TlsStream connection = TlsStream.client(client(args[0], trust, key), socket)) {
            connection.handshake();
            System.out.println(
                    connection.info().version() + " " + connection.info().suite());
        }
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
