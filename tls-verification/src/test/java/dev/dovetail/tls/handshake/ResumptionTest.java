package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumptionTest {

    @Test
    void tls13ResumesByATicket() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            ConnectionInfo first = again.visit();
            assertThat(first.resumed()).isFalse();
            assertThat(again.cache.size()).isEqualTo(2);
            ConnectionInfo second = again.visit();
            assertThat(second.resumed()).isTrue();
            assertThat(second.session().orElseThrow().name())
                    .isEqualTo(first.session().orElseThrow().name());
            assertThat(second.peerChain()).isEqualTo(first.peerChain());
            assertThat(second.peerScheme()).isEqualTo(first.peerScheme());
            assertThat(again.cache.size()).isEqualTo(2);
        }
    }

    @Test
    void tls12ResumesByATicket() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_2)) {
            ConnectionInfo first = again.visit();
            assertThat(first.resumed()).isFalse();
            assertThat(again.cache.size()).isEqualTo(1);
            ConnectionInfo second = again.visit();
            assertThat(second.resumed()).isTrue();
            assertThat(second.session().orElseThrow().name())
                    .isEqualTo(first.session().orElseThrow().name());
            assertThat(second.peerChain()).isEqualTo(first.peerChain());
            assertThat(again.visit().resumed()).isTrue();
        }
    }

    @Test
    void tls13ResumesWithoutAKeyExchangeToo() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.pskModes(PskMode.PSK_KE)).server(server -> server.pskModes(PskMode.PSK_KE));
            again.visit();
            ConnectionInfo second = again.visit();
            assertThat(second.resumed()).isTrue();
            assertThat(second.group()).isEmpty();
        }
    }

    @Test
    void tls13GivesNoTicketForAModeThatTheClientDoesNotHave() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.pskModes(PskMode.PSK_KE));
            again.visit();
            assertThat(again.cache.size()).isZero();
        }
    }

    @Test
    void tls13ResumesBehindARetry() {
        Selection both =
                TestBed.only(TestBed.PAIR.selection(), ProtocolVersion.TLS_1_3).groups("x25519", "secp384r1");
        try (Reconnection again = new Reconnection(TestBed.PAIR.with(both))) {
            again.visit();
            again.server(server -> ServerConfig.of(both.groups("secp384r1"))
                    .credential(TestBed.PAIR.credential())
                    .sessions(again.serverSessions()));
            ConnectionInfo second = again.visit();
            assertThat(second.helloRetried()).isTrue();
            assertThat(second.resumed()).isTrue();
        }
    }

    @Test
    void tls13ResumesWithAnotherSuiteOfTheSameHashOnly() {
        Selection all = TestBed.only(TestBed.PAIR.selection(), ProtocolVersion.TLS_1_3);
        Pairing sha256 = TestBed.PAIR.with(all.suites("TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"));
        try (Reconnection again = new Reconnection(sha256)) {
            again.visit();
            again.server(server -> other(again, all.suites("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256")));
            ConnectionInfo second = again.visit();
            assertThat(second.resumed()).isTrue();
            assertThat(second.suite().suite().name()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
        }
        Pairing both = TestBed.PAIR.with(all.suites("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"));
        try (Reconnection again = new Reconnection(both)) {
            again.visit();
            again.server(server -> other(again, all.suites("TLS_AES_256_GCM_SHA384")));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @Test
    void tls13OffersAnExternalKeyBesideATicket() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.visit();
            ConnectionInfo byTicket = again.visit();
            assertThat(byTicket.resumed()).isTrue();
            again.server(server -> server.sessions(ServerSessions.none())
                    .preSharedKeys(ServerPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            ConnectionInfo byKey = again.visit();
            assertThat(byKey.resumed()).isFalse();
            assertThat(byKey.preSharedKey()).isPresent();
        }
    }

    @Test
    void aSessionOfAnExternalKeyRemembersIt() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.server(server -> server.preSharedKeys(ServerPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.visit();
            try (Loopback second = again.connect()) {
                ConnectionInfo info = second.server().engine().info().orElseThrow();
                assertThat(info.resumed()).isTrue();
                assertThat(info.preSharedKey()).hasValue(PskPair.bytes(PskPair.NAME));
            }
        }
    }

    @Test
    void aTicketOfTls13IsUsedOnceUnlessTheClientSaysOtherwise() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).sessions(how -> how.tickets(1))) {
            again.visit();
            try (Loopback one = again.begin();
                    Loopback other = again.begin()) {
                // Both hellos are made before the first connection brings a new ticket.
                assertThat(one.client().engine().hasOutput()).isTrue();
                assertThat(other.client().engine().hasOutput()).isTrue();
                one.handshake();
                other.handshake();
                assertThat(one.client().engine().info().orElseThrow().resumed()).isTrue();
                assertThat(other.client().engine().info().orElseThrow().resumed())
                        .isFalse();
            }
        }
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).sessions(how -> how.tickets(1))) {
            ClientSessions reusing = again.cache.reusingTickets();
            again.client(client -> client.sessions(reusing));
            again.visit();
            again.sessions(how -> how.tickets(0));
            assertThat(again.visit().resumed()).isTrue();
            assertThat(again.visit().resumed()).isTrue();
        }
    }

    @Test
    void tls12ResumesByItsIdWhereTheClientTakesNoTickets() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_2)) {
            again.sessions(how -> how.store(again.store));
            visitWithoutTickets(again, false);
            assertThat(again.store.entries).hasSize(1);
            visitWithoutTickets(again, true);
            visitWithoutTickets(again, true);
            assertThat(again.store.entries).hasSize(1);
        }
    }

    @Test
    void tls12WithAStoreOutOfReachMakesFullHandshakes() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_2)) {
            again.sessions(how -> how.store(again.store));
            visitWithoutTickets(again, false);
            again.store.breakAnswers();
            visitWithoutTickets(again, false);
            again.store.breakQuestions();
            visitWithoutTickets(again, false);
        }
    }

    @Test
    void tls13TakesANameInTheStoreOnce() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.sessions(how -> how.store(again.store).singleUse().tickets(1));
            ClientSessions reusing = again.cache.reusingTickets();
            again.client(client -> client.sessions(reusing));
            again.visit();
            assertThat(again.store.entries).hasSize(1);
            again.sessions(how -> how.store(again.store).singleUse().tickets(0));
            assertThat(again.visit().resumed()).isTrue();
            assertThat(again.store.entries).isEmpty();
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @Test
    void tls13WithAStoreOutOfReachMakesFullHandshakes() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.sessions(how -> how.store(again.store).singleUse());
            again.visit();
            again.store.breakAnswers();
            assertThat(again.visit().resumed()).isFalse();
            again.store.breakQuestions();
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatIsInTheStoreIsSealed(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.sessions(how -> how.store(again.store).singleUse());
            if (version.equals(ProtocolVersion.TLS_1_2)) visitWithoutTickets(again, false);
            else again.visit();
            assertThat(again.store.entries).isNotEmpty();
            HeldSession held = again.cache
                    .offer(again.clientConfig().build().sessionScope().orElseThrow(), one -> true)
                    .orElseThrow();
            String secret = held.session().secret().with(HexFormat.of()::formatHex);
            assertThat(again.store.entries.values())
                    .allSatisfy(entry ->
                            assertThat(HexFormat.of().formatHex(entry)).doesNotContain(secret.substring(0, 32)));
            held.close();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ticketsGoOnThroughARotation(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            for (int hour = 0; hour < 5; hour++) {
                again.clock.pass(Duration.ofMinutes(61));
                assertThat(again.visit().resumed()).as("hour %d", hour).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientWithoutAServerNameKeepsNothing(ProtocolVersion version) {
        Pairing pairing = TestBed.only(version);
        ClientSessions cache = ClientSessions.inMemory();
        ClientConfig.Builder client = ClientConfig.of(pairing.selection())
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .insecureAnonymousServers()
                .sessions(cache);
        try (Loopback loopback = Loopback.between(client, pairing.server())) {
            loopback.handshake().pump();
            assertThat(cache.size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void oneConfigurationResumesByItself(ProtocolVersion version) {
        Pairing pairing = TestBed.only(version);
        ClientConfig client = pairing.client().build();
        ServerConfig server = pairing.server().build();
        for (boolean resumed : new boolean[] {false, true, true}) {
            try (Loopback loopback = Loopback.of(TlsEngine.client(client), TlsEngine.server(server))) {
                loopback.handshake().pump();
                assertThat(loopback.client().engine().info().orElseThrow().resumed())
                        .isEqualTo(resumed);
            }
        }
    }

    static ProtocolVersion[] versions() {
        return new ProtocolVersion[] {ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3};
    }

    private static ServerConfig.Builder other(Reconnection again, Selection selection) {
        return ServerConfig.of(selection).credential(TestBed.PAIR.credential()).sessions(again.serverSessions());
    }

    /** The client's hello loses its session_ticket, as that of a client that knows none; both ends see the change. */
    private static void visitWithoutTickets(Reconnection again, boolean resumed) {
        try (Loopback loopback = Loopback.of(
                AmendedHello.client(again.clientConfig(), hello -> hello.drop(35)),
                TlsEngine.server(again.serverConfig().build()))) {
            loopback.handshake().pump();
            assertThat(loopback.client().engine().info().orElseThrow().resumed())
                    .isEqualTo(resumed);
            assertThat(loopback.server().engine().info().orElseThrow().resumed())
                    .isEqualTo(resumed);
        }
    }
}
