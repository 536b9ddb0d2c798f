package dev.dovetail.tls.peers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who talks to whom, and how.
 *
 * @param client the client's provider
 * @param server the server's provider
 * @param version of TLS, the only one that is enabled
 * @param transport engines or sockets
 */
record Pairing(Contender client, Contender server, String version, Transport transport) {

    static final String TLS_1_2 = "TLSv1.2";
    static final String TLS_1_3 = "TLSv1.3";

    private static final Map<Contender, Contexts> CONTEXTS = new ConcurrentHashMap<>();

    /** All of them that have Dovetail on at least one side. */
    static List<Pairing> all() {
        return Stream.of(Contender.values())
                .flatMap(client -> Stream.of(Contender.values())
                        .filter(server -> client == Contender.DOVETAIL || server == Contender.DOVETAIL)
                        .flatMap(server -> Stream.of(TLS_1_2, TLS_1_3)
                                .flatMap(version -> Stream.of(Transport.values())
                                        .map(transport -> new Pairing(client, server, version, transport)))))
                .toList();
    }

    Setting setting() {
        return Setting.of(version);
    }

    boolean tls13() {
        return version.equals(TLS_1_3);
    }

    /** Whose side it is. */
    Contender of(Side side) {
        return side == Side.CLIENT ? client : server;
    }

    /** A connection whose handshake has not begun; of new contexts, so that no session is resumed. */
    Connection prepare(Setting setting) throws IOException {
        return transport.connect(
                contexts(client).create(setting.clientsRoot(), setting.clientsOwn()),
                contexts(server).create(Pki.ROOT, Optional.of(Pki.server(setting.key()))),
                setting);
    }

    /** A connection whose handshake has succeeded. */
    Connection connect(Setting setting) throws IOException {
        Connection connection = prepare(setting);
        connection.handshake();
        for (Side side : Side.values()) {
            if (connection.failure(side).isEmpty()) continue;
            connection.close();
            throw new IOException(
                    "the " + side + "'s handshake failed",
                    connection.failure(side).get());
        }
        return connection;
    }

    static Contexts contexts(Contender contender) {
        return CONTEXTS.computeIfAbsent(contender, Contexts::new);
    }

    @Override
    public String toString() {
        return client + " to " + server + ", " + version + ", " + transport;
    }
}
