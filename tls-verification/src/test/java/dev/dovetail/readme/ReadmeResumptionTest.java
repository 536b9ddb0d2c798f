package dev.dovetail.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.handshake.session.TicketKeys;
import dev.dovetail.tls.sessions.MemorySessionStore;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sessions of the README, resumed. */
class ReadmeResumptionTest {

    @Test
    void theServerOfTheReadmeResumes() {
        Selection selection = Selection.modern(Catalog.discover());
        Pairing pairing = Pairing.of(selection);
        ClientConfig client = pairing.client().build();
        try (TicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(4));
                SessionStore store = MemorySessionStore.usual()) {
            ServerConfig server = server(selection, pairing.credential(), keys, store);
            assertThat(resumes(client, server)).isFalse();
            assertThat(resumes(client, server)).isTrue();
        }
    }

    private static ServerConfig server(
            Selection selection, Credential credential, TicketKeys keys, SessionStore store) {
        ServerConfig server = ServerConfig.of(selection)
                .credential(credential)
                .sessions(ServerSessions.with(keys)
                        .store(store)
                        .lifetime(Duration.ofHours(4))
                        .build())
                .build();
        return server;
    }

    private static boolean resumes(ClientConfig client, ServerConfig server) {
        try (Loopback pair =
                Loopback.of(TlsEngine.client(client), TlsEngine.server(server)).handshake()) {
            pair.pump();
            return pair.client().engine().info().orElseThrow().resumed();
        }
    }
}
