package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.sessions.MemorySessionStore;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What sessions cost beside time: bytes of a ticket, bytes kept in the store, and how often the store is asked. */
final class SessionCosts {

    private static final int MANY = 1000;
    private static final byte[] EARLY = new byte[100];

    private final ServerIdentity identity = ServerIdentity.with(KeyKind.EC_P256);
    private final byte[] wire = new byte[1 << 16];
    private final byte[] data = new byte[1 << 16];

    /** A table with a row for each way to keep sessions. */
    String text() {
        StringBuilder text = new StringBuilder("""
                sessions, ECDSA P-256 certificates of one level            ticket  in the store   store operations
                                                                            bytes  bytes/session  full    resumed
                """);
        row(text, "TLS 1.3, tickets", ProtocolVersion.TLS_1_3, false, false, how -> how);
        row(text, "TLS 1.3, tickets, early data", ProtocolVersion.TLS_1_3, false, true, how -> how.earlyData(1000));
        row(text, "TLS 1.3, single use", ProtocolVersion.TLS_1_3, false, false, ServerSessions.Builder::singleUse);
        row(
                text,
                "TLS 1.3, single use, early data",
                ProtocolVersion.TLS_1_3,
                false,
                true,
                how -> how.singleUse().earlyData(1000));
        row(
                text,
                "TLS 1.3, single use, client's certificate",
                ProtocolVersion.TLS_1_3,
                true,
                false,
                ServerSessions.Builder::singleUse);
        row(text, "TLS 1.2, tickets", ProtocolVersion.TLS_1_2, false, false, how -> how);
        row(text, "TLS 1.2, tickets, client's certificate", ProtocolVersion.TLS_1_2, true, false, how -> how);
        return text.toString();
    }

    private void row(
            StringBuilder text,
            String name,
            ProtocolVersion version,
            boolean mutual,
            boolean early,
            UnaryOperator<ServerSessions.Builder> how) {
        MemorySessionStore memory =
                MemorySessionStore.configured().claimAtOnce().build();
        CountingStore store = new CountingStore(memory);
        try (RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(8));
                ClientSessions cache = ClientSessions.inMemory();
                store) {
            ServerConfig server = server(
                    version,
                    mutual,
                    how.apply(ServerSessions.with(keys).store(store)).build());
            ClientConfig client = client(version, mutual, early, cache);
            visit(client, server, false);
            int full = store.operations();
            visit(client, server, true);
            int resumed = store.operations();
            int ticket = cache.offer(client.sessionScope().orElseThrow(), one -> true)
                    .map(SessionCosts::ticketLength)
                    .orElse(0);
            for (int i = 0; i < MANY; i++) {
                cache.clear();
                visit(client, server, false);
            }
            long kept = memory.sessions() == 0 ? 0 : memory.bytes() / memory.sessions();
            text.append(String.format("%-55s %9d %14d %5d %10d%n", name, ticket, kept, full, resumed));
        }
    }

    private static int ticketLength(HeldSession held) {
        try (held) {
            return held.ticket().length;
        }
    }

    private ClientConfig client(ProtocolVersion version, boolean mutual, boolean early, ClientSessions cache) {
        ClientConfig.Builder client = ClientConfig.of(selection(version))
                .verifier(PkixVerifier.trusting(List.of(identity.root())))
                .serverName(ServerIdentity.HOST)
                .sessions(cache);
        if (mutual) client.credential(credential());
        if (early) client.earlyData(EarlyDataUse.REPORT);
        return client.build();
    }

    private ServerConfig server(ProtocolVersion version, boolean mutual, ServerSessions sessions) {
        ServerConfig.Builder server =
                ServerConfig.of(selection(version)).credential(credential()).sessions(sessions);
        if (mutual) {
            // The client shows the server's certificate, which is none for clients: what is kept of it is as long.
            server.clientAuthentication(ClientAuthentication.REQUIRED).verifier(PeerVerifier.insecureAcceptingAnyone());
        }
        return server.build();
    }

    private Credential credential() {
        return Credential.of(identity.chain(), identity.privateKey());
    }

    private static Selection selection(ProtocolVersion version) {
        return Selection.modern(Plugins.all()).versions(version, version);
    }

    private void visit(ClientConfig clientConfig, ServerConfig serverConfig, boolean resumes) {
        try (TlsEngine client = TlsEngine.client(clientConfig);
                TlsEngine server = TlsEngine.server(serverConfig)) {
            int length = client.sendEarly(EARLY, 0, EARLY.length, wire, 0, wire.length);
            boolean moved = give(server, length);
            do {
                moved = give(server, client.transmit(wire, 0, wire.length));
                moved |= give(client, server.transmit(wire, 0, wire.length));
            } while (moved);
            if (client.info().orElseThrow().resumed() != resumes) throw new IllegalStateException("unexpected");
        }
    }

    private boolean give(TlsEngine to, int length) {
        int taken = 0;
        do {
            to.receive(wire, taken, length - taken, data, 0, data.length);
            taken += to.consumed();
        } while (to.receiveEarly(data, 0, data.length) > 0);
        return length > 0;
    }
}
