package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.util.List;
import java.util.OptionalInt;

/**
 * A client of ours, servers of ours that it meets one after the other, and arrays between them. For one thread at a time.
 */
final class OwnPeers {

    private static final int ROOM = 1 << 15;

    private final ClientConfig client;
    private final List<ServerConfig> servers;
    private int next;
    private final boolean resuming;
    private final OptionalInt group;
    private boolean resumed;
    private final byte[] wire = new byte[ROOM];
    private final byte[] data = new byte[ROOM];

    /** A connection between the two. */
    record Connection(TlsEngine client, TlsEngine server) implements AutoCloseable {

        /** Wipes both sides' secrets. */
        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    private OwnPeers(List<ServerIdentity> identities, Selection selection, OptionalInt group, boolean resuming) {
        this.resuming = resuming;
        this.group = group;
        this.client = ClientConfig.of(selection)
                .verifier(PkixVerifier.trusting(List.of(identities.get(0).root())))
                .serverName(ServerIdentity.HOST)
                .sessions(resuming ? ClientSessions.inMemory() : ClientSessions.none())
                .build();
        this.servers = identities.stream()
                .map(identity -> ServerConfig.of(selection)
                        .credential(Credential.of(identity.chain(), identity.privateKey()))
                        .sessions(resuming ? ServerSessions.inMemory() : ServerSessions.none())
                        .build())
                .toList();
    }

    /** The servers' certificates are of one root. */
    static OwnPeers of(HandshakeKind kind, List<ServerIdentity> servers, String implementation, boolean resuming) {
        Selection selection = Selection.modern(Plugins.preferring(implementation))
                .versions(kind.version(), kind.version())
                .suites(kind.suite())
                .groups(kind.groups().toArray(String[]::new));
        return new OwnPeers(servers, selection, OptionalInt.of(kind.agreedGroup()), resuming);
    }

    static OwnPeers of(String suite, String implementation, ServerIdentity identity) {
        Catalog catalog = Plugins.having(implementation);
        UsableSuite found = Plugins.usable(catalog, suite);
        catalog = catalog.prefer(found.cipher().name(), implementation);
        Plugins.require(Plugins.usable(catalog, suite).cipher(), implementation);
        ProtocolVersion version = found.suite().versions().iterator().next();
        Selection selection =
                Selection.modern(catalog).versions(version, version).suites(suite);
        return new OwnPeers(List.of(identity), selection, OptionalInt.empty(), false);
    }

    /** One handshake, with the next server. */
    Connection connect() {
        Connection connection = new Connection(TlsEngine.client(client), TlsEngine.server(servers.get(next)));
        next = (next + 1) % servers.size();
        boolean moved = true;
        while (moved) {
            moved = move(connection.client(), connection.server());
            moved |= move(connection.server(), connection.client());
        }
        refuseLess(connection);
        return connection;
    }

    private boolean move(TlsEngine from, TlsEngine to) {
        int length = from.transmit(wire, 0, wire.length);
        if (length == 0) return false;
        to.receive(wire, 0, length, data, 0, data.length);
        if (to.consumed() != length) throw new IllegalStateException("the " + to.role() + " left bytes behind");
        return true;
    }

    /** Sends some bytes each way, as a connection does before it falls idle. */
    void talk(Connection connection, byte[] message) {
        talk(connection.client(), connection.server(), message);
        talk(connection.server(), connection.client(), message);
    }

    private void talk(TlsEngine from, TlsEngine to, byte[] message) {
        int length = from.send(message, 0, message.length, wire, 0, wire.length);
        to.receive(wire, 0, length, data, 0, data.length);
        if (to.produced() != message.length) throw new IllegalStateException("a message was lost");
    }

    /** The first connection of those that resume gets the ticket for the second. */
    private void refuseLess(Connection connection) {
        if (!connection.client().connected() || !connection.server().connected()) {
            throw new IllegalStateException("the handshake stopped half way");
        }
        ConnectionInfo info = connection.client().info().orElseThrow();
        int used = info.group().map(NamedGroup::code).orElse(ServerWords.NO_GROUP);
        // TLS 1.2 agrees on no group where it resumes.
        boolean none = resumed && !info.version().equals(ProtocolVersion.TLS_1_3);
        boolean agreed = group.isEmpty() || used == (none ? ServerWords.NO_GROUP : group.getAsInt());
        if (info.resumed() != resumed || info.peerChain().isEmpty() || info.helloRetried() || !agreed) {
            throw new IllegalStateException("not the handshake that is measured: "
                    + (info.resumed() ? "resumed" : "full") + ", "
                    + info.group().map(NamedGroup::name).orElse("no group")
                    + (info.helloRetried() ? ", retried" : ""));
        }
        resumed = resuming;
    }
}
