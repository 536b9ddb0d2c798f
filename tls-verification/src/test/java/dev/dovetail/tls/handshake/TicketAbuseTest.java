package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerScope;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.testkit.Loopback;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not a good ticket for this connection leads to a full handshake, or to the right alert. */
class TicketAbuseTest {

    static ProtocolVersion[] versions() {
        return new ProtocolVersion[] {ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3};
    }

    @ParameterizedTest
    @MethodSource("versions")
    void changedAnywhereItIsNotResumed(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            int length = held(again).ticket().length;
            for (int place = 0; place < length; place += place < 48 ? 1 : 17) {
                int at = place;
                again.cache.clear();
                again.visit();
                rewrite(again, ticket -> {
                    ticket[at] ^= 0x40;
                    return ticket;
                });
                assertThat(again.visit().resumed()).as("byte %d", at).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void cutOrLengthenedItIsNotResumed(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            for (int length : new int[] {1, 15, 16, 17, 31, 32, 33, 43, 44, 45, 60, 100}) {
                again.cache.clear();
                again.visit();
                rewrite(again, ticket -> Arrays.copyOf(ticket, length));
                assertThat(again.visit().resumed()).as("%d bytes", length).isFalse();
            }
            again.cache.clear();
            again.visit();
            rewrite(again, ticket -> Arrays.copyOf(ticket, ticket.length + 1));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ofAnotherKeyItIsNotResumed(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version);
                RotatingTicketKeys others = RotatingTicketKeys.hourly(Duration.ofHours(1))) {
            again.visit();
            ServerSessions sessions =
                    ServerSessions.with(others).clock(again.clock).build();
            again.server(server -> server.sessions(sessions));
            assertThat(again.visit().resumed()).isFalse();
            assertThat(again.visit().resumed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void expiredItIsNeitherOfferedNorTaken(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version).sessions(how -> how.lifetime(Duration.ofMinutes(10)))) {
            again.visit();
            again.clock.pass(Duration.ofMinutes(9));
            assertThat(again.visit().resumed()).isTrue();
            again.cache.clear();
            again.visit();
            again.clock.pass(Duration.ofMinutes(10));
            try (Loopback second = again.begin()) {
                second.handshake();
                assertThat(second.client().engine().info().orElseThrow().resumed())
                        .isFalse();
            }
            // A client whose clock stands still offers it all the same.
            again.cache.clear();
            again.visit();
            again.sessions(how -> how.lifetime(Duration.ofMinutes(10))
                    .clock(() -> again.clock.instant().plus(Duration.ofMinutes(10))));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void fromTheFutureItIsNotTaken(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            again.sessions(how -> how.clock(() -> again.clock.instant().minus(Duration.ofMinutes(2))));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void renewedAgainAndAgainItStillEndsAfterSevenDays(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version);
                RotatingTicketKeys lasting = RotatingTicketKeys.every(Duration.ofDays(30), Duration.ofDays(7))) {
            ServerSessions sessions = ServerSessions.with(lasting)
                    .clock(again.clock)
                    .lifetime(Duration.ofHours(20))
                    .build();
            again.server(server -> server.sessions(sessions));
            again.visit();
            int resumed = 0;
            for (int visit = 0; visit < 20; visit++) {
                again.clock.pass(Duration.ofHours(12));
                if (!again.visit().resumed()) break;
                resumed++;
            }
            assertThat(resumed).isEqualTo(13);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void forAnotherNameItIsNotTaken(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            HeldSession held = take(again);
            again.client(client -> client.serverName("other.test").verifier(accepting()));
            keep(again, named(held, "other.test"));
            ConnectionInfo info = again.visit();
            assertThat(info.resumed()).isFalse();
            assertThat(info.serverName()).contains("other.test");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void forAnotherApplicationProtocolItIsNotTaken(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.client(client -> client.applicationProtocols("h2", "http/1.1"));
            again.server(server -> server.applicationProtocols("h2"));
            assertThat(again.visit().applicationProtocol()).contains("h2");
            again.server(server -> server.applicationProtocols("http/1.1"));
            ConnectionInfo info = again.visit();
            assertThat(info.resumed()).isFalse();
            assertThat(info.applicationProtocol()).contains("http/1.1");
            assertThat(again.visit().resumed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientOffersNothingUnderOtherProtocolsOrAnotherPort(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            again.client(client -> client.applicationProtocols("h2"));
            assertThat(again.visit().resumed()).isFalse();
            again.client(client -> client.serverPort(444));
            assertThat(again.visit().resumed()).isFalse();
            again.client(client -> client.sessionParty("another party"));
            assertThat(again.visit().resumed()).isFalse();
            again.client(UnaryOperator.identity());
            assertThat(again.visit().resumed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aServerThatWantsACertificateTakesNoSessionWithoutOne(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            again.server(server -> server.clientAuthentication(ClientAuthentication.REQUIRED));
            again.client(client -> client.credential(TestBed.CLIENT));
            assertThat(again.visit().resumed()).isFalse();
            ConnectionInfo info = again.visit();
            assertThat(info.resumed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientsIdentityIsKeptAndBelongsToTheScopeThatCheckedIt(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.client(client -> client.credential(TestBed.CLIENT));
            again.server(server -> server.clientAuthentication(ClientAuthentication.REQUIRED));
            again.visit();
            try (Loopback second = again.connect()) {
                ConnectionInfo info = second.server().engine().info().orElseThrow();
                assertThat(info.resumed()).isTrue();
                assertThat(info.peerChain()).isEqualTo(TestBed.CLIENT.chain());
                assertThat(info.peerScheme()).isPresent();
            }
            // Another server with the same keys, that asks but does not insist, has not checked this client.
            again.server(server -> server.clientAuthentication(ClientAuthentication.REQUESTED));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ofAnotherScopeItIsNotTaken(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version).sessions(how -> how.scope("shop"))) {
            again.visit();
            again.sessions(how -> how.scope("bank"));
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theObserverIsToldWhy(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version).sessions(how -> how.scope("shop"))) {
            again.visit();
            again.sessions(how -> how.scope("bank"));
            try (Loopback second = again.connect()) {
                assertThat(second.server().events(TlsEvent.Negotiated.class)).anySatisfy(event -> {
                    assertThat(event.subject()).isEqualTo("ticket");
                    assertThat(event.reason()).contains("scope");
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientWithAnotherSecretIsFoundOut(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            HeldSession held = take(again);
            held.session().secret().use(bytes -> bytes[0] ^= 1);
            keep(again, held);
            try (Loopback second = again.begin()) {
                second.pump();
                Fault fault = version.equals(ProtocolVersion.TLS_1_3) ? Fault.BINDER_WRONG : Fault.RECORD_NOT_AUTHENTIC;
                assertThat(second.server().failure().or(() -> second.client().failure()))
                        .hasValueSatisfying(seen -> assertThat(seen.fault()).isIn(fault, Fault.ALERT_RECEIVED));
                assertThat(second.server().engine().connected()).isFalse();
            }
            // What failed is not offered again.
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noTicketIsGivenWithoutKeysOrToClientsThatTakeNone(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.server(server -> server.sessions(ServerSessions.none()));
            assertThat(again.visit().session()).isPresent();
            assertThat(again.cache.size()).isZero();
            again.server(UnaryOperator.identity());
            again.keys.close();
            again.visit();
            assertThat(again.cache.size()).isZero();
        }
    }

    private static HeldSession held(Reconnection again) {
        HeldSession held = take(again);
        keep(again, new HeldSession(held.session().copy(), held.ticket(), held.byId()));
        return held;
    }

    private static HeldSession take(Reconnection again) {
        HeldSession held = again.cache.offer(scope(again), one -> true).orElseThrow();
        again.cache.clear();
        return held;
    }

    private static void keep(Reconnection again, HeldSession held) {
        again.cache.keep(scope(again), held);
    }

    private static void rewrite(Reconnection again, UnaryOperator<byte[]> change) {
        HeldSession held = take(again);
        keep(again, new HeldSession(held.session(), change.apply(held.ticket().clone()), held.byId()));
    }

    private static ServerScope scope(Reconnection again) {
        return again.clientConfig().build().sessionScope().orElseThrow();
    }

    private static HeldSession named(HeldSession held, String name) {
        Session one = held.session();
        Session other = new Session(
                one.name(),
                one.version(),
                one.suite(),
                one.secret(),
                one.established(),
                one.issued(),
                one.lifetime(),
                one.ageAdd(),
                one.mostEarlyData(),
                one.recordLimit(),
                Optional.of(name),
                one.applicationProtocol(),
                one.peer(),
                one.encryptThenMac(),
                one.scope());
        return new HeldSession(other, held.ticket(), held.byId());
    }

    private static PeerVerifier accepting() {
        return PeerVerifier.insecureAcceptingAnyone();
    }
}
