package dev.dovetail.tls.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that share keys, and clients that share a cache, without being one: nobody gets in who would not otherwise. */
class SharedSessionsTest {

    private static final byte[] QUESTION = "a question".getBytes(UTF_8);

    static ProtocolVersion[] versions() {
        return new ProtocolVersion[] {ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3};
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientThatAnotherServerTrustsIsAStranger(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.client(client -> client.credential(TestBed.CLIENT));
            again.server(server -> server.clientAuthentication(ClientAuthentication.REQUIRED));
            again.visit();
            PeerVerifier others =
                    PkixVerifier.trusting(List.of(Authority.create("others").certificate()));
            again.server(server ->
                    server.clientAuthentication(ClientAuthentication.REQUIRED).verifier(others));
            try (Loopback second = again.begin().pump()) {
                assertThat(second.server().engine().info()).isEmpty();
                // Its certificate is by none of the authorities that the server names, so it shows none.
                assertThat(second.server().failure().orElseThrow().fault())
                        .isIn(Fault.CERTIFICATE_MISSING, Fault.CLIENT_CERTIFICATE_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aVerifierThatDoesNotSayWhatItIsIsAskedAgain(ProtocolVersion version) {
        AtomicInteger asked = new AtomicInteger();
        PeerVerifier counting = peer -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Verdict.accepted());
        };
        try (Reconnection again = new Reconnection(version)) {
            again.client(client -> client.credential(TestBed.CLIENT));
            again.server(server ->
                    server.clientAuthentication(ClientAuthentication.REQUIRED).verifier(counting));
            again.visit();
            assertThat(again.visit().resumed()).isTrue();
            assertThat(asked).hasValue(2);
            again.server(server -> server.clientAuthentication(ClientAuthentication.REQUIRED)
                    .verifier(peer -> CompletableFuture.failedFuture(new IllegalStateException("broken"))));
            try (Loopback third = again.begin().pump()) {
                assertThat(third.server().engine().info()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aHostThatAServerDoesNotHaveIsNotResumedThere(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            ServerConfig.Builder other = ServerConfig.of(TestBed.only(version).selection())
                    .credential(TestBed.PAIR.issue(Request.server("other.test")))
                    .refuseUnknownNames()
                    .sessions(again.serverSessions());
            try (Loopback second = Loopback.between(again.clientConfig(), other).pump()) {
                assertThat(second.server().failure().orElseThrow().fault()).isEqualTo(Fault.SERVER_NAME_UNKNOWN);
            }
        }
    }

    @Test
    void aSessionOfAPreSharedKeyIsOfNoUseWhereNoneAreTaken() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.server(server -> server.preSharedKeys(ServerPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.visit();
            again.server(UnaryOperator.identity());
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @Test
    void clientsThatTrustOtherwiseShareNoSessions() {
        Pairing pairing = TestBed.only(ProtocolVersion.TLS_1_3);
        PeerVerifier verifier = pairing.client().build().verifier();
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            ClientConfig plain = client(pairing.selection(), verifier, again).build();
            ClientConfig same = client(pairing.selection(), verifier, again).build();
            ClientConfig withKey = client(pairing.selection(), verifier, again)
                    .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME)))
                    .build();
            Selection stricter = pairing.selection().verifying("ecdsa_secp256r1_sha256");
            ClientConfig strict = client(stricter, verifier, again).build();
            assertThat(same.sessionScope()).isEqualTo(plain.sessionScope());
            assertThat(withKey.sessionScope()).isNotEqualTo(plain.sessionScope());
            assertThat(strict.sessionScope()).isNotEqualTo(plain.sessionScope());
        }
    }

    private static ClientConfig.Builder client(Selection selection, PeerVerifier verifier, Reconnection again) {
        return ClientConfig.of(selection)
                .serverName(Pairing.SERVER_NAME)
                .verifier(verifier)
                .insecureAnonymousServers()
                .sessions(again.cache);
    }

    @Test
    void theKeyBehindATicketThatIsNotUsedIsTried() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.client(client -> client.applicationProtocols("h2", "http/1.1")
                    .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME))));
            again.server(server -> keyed(server, "h2"));
            again.visit();
            again.server(server -> keyed(server, "http/1.1"));
            ConnectionInfo info = again.visit();
            assertThat(info.resumed()).isFalse();
            assertThat(info.preSharedKey()).isPresent();
            assertThat(info.peerChain()).isEmpty();
        }
    }

    private static ServerConfig.Builder keyed(ServerConfig.Builder server, String protocol) {
        return server.preSharedKeys(ServerPreSharedKeys.of(PskPair.key(PskPair.NAME)))
                .applicationProtocols(protocol);
    }

    @Test
    void aFatalAlertEndsASessionOfTls12() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_2)) {
            try (Loopback first = again.connect()) {
                first.server().engine().transportEnded();
            }
            assertThat(again.cache.size()).isEqualTo(1);
            try (Loopback second = again.begin()
                    .changing((from, index, record) -> {
                        if (from == Role.CLIENT && record[0] == 23) record[record.length - 1] ^= 1;
                        return List.of(record);
                    })
                    .handshake()) {
                second.client().write(QUESTION);
                second.pump();
                assertThat(second.client().failure().orElseThrow().alert()).isEqualTo(Alert.BAD_RECORD_MAC);
            }
            assertThat(again.cache.size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aTicketThatLeavesNoRoomInAHelloIsNotKept(ProtocolVersion version) {
        try (Reconnection again = new Reconnection(version)) {
            again.visit();
            var server = again.clientConfig().build().sessionScope().orElseThrow();
            var held = again.cache.offer(server, one -> true).orElseThrow();
            again.cache.clear();
            again.cache.keep(server, new HeldSession(held.session(), new byte[16_385], false));
            assertThat(again.cache.size()).isZero();
            assertThat(again.visit().resumed()).isFalse();
        }
    }

    @Test
    void aClosedCacheKeepsNothing() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.cache.close();
            again.visit();
            assertThat(again.cache.size()).isZero();
        }
    }

    @Test
    void earlyDataGoesByTheLimitOfTheConnectionBefore() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).early(EarlyDataUse.REPORT, 5000)) {
            again.server(server -> server.recordSizeLimit(1024));
            again.visit();
            // A server whose limit is lower now reads what the client could not know better.
            again.server(server -> server.recordSizeLimit(256));
            try (Loopback second = again.begin()) {
                assertThat(second.client().writeEarly(new byte[4000])).isEqualTo(4000);
                second.handshake();
                assertThat(second.server().early()).hasSize(4000);
                assertThat(second.exchange(Role.CLIENT, new byte[3000])).hasSize(3000);
                assertThat(second.client().engine().fragmentLimit()).isEqualTo(255);
            }
        }
    }

    @Test
    void muchEarlyDataInLittlePiecesIsRejectedInPeace() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).early(EarlyDataUse.REPORT, 100_000)) {
            again.visit();
            again.store.breakAnswers();
            try (Loopback second = again.begin()) {
                for (int i = 0; i < 2000; i++) second.client().writeEarly(new byte[50]);
                assertThat(second.client().engine().earlyDataRoom()).isZero();
                second.handshake();
                assertThat(second.client().engine().info().orElseThrow().earlyData())
                        .isEqualTo(EarlyDataOutcome.REJECTED);
            }
        }
    }

    @Test
    void aLimitThatWasLoweredHolds() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).early(EarlyDataUse.REPORT, 5000)) {
            again.visit();
            again.sessions(how -> how.store(again.store).earlyData(100));
            try (Loopback second = again.begin()) {
                second.client().writeEarly(new byte[200]);
                second.handshake();
                assertThat(second.client().engine().info().orElseThrow().earlyData())
                        .isEqualTo(EarlyDataOutcome.REJECTED);
            }
        }
    }

    @Test
    void singleUseTakesEarlyDataWithoutAClaim() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3).early(EarlyDataUse.REPORT, 1000)) {
            again.sessions(how -> how.store(again.store).singleUse().earlyData(1000));
            again.visit();
            again.store.operations.set(0);
            try (Loopback second = again.begin()) {
                second.client().writeEarly(QUESTION);
                second.handshake();
                assertThat(second.server().early()).isEqualTo(QUESTION);
            }
            // One that takes the session out, one that puts the next one in.
            assertThat(again.store.operations).hasValue(2);
        }
    }

    @Test
    void aSessionIdOfTls12TakesOutNothingOfTls13() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.sessions(how -> how.store(again.store).singleUse());
            again.visit();
            String id = again.store.entries.keySet().iterator().next();
            byte[] name = HexFormat.of().parseHex(id);
            var sealed = new SealedSessions(again.serverConfig().build());
            assertThat(sealed.isId(name, ProtocolVersion.TLS_1_3)).isTrue();
            assertThat(sealed.isId(name, ProtocolVersion.TLS_1_2)).isFalse();
        }
    }

    @Test
    void aServerThatFellBackToTls12CostsOneConnection() {
        try (Reconnection again = new Reconnection(TestBed.PAIR).early(EarlyDataUse.REPORT, 1000)) {
            again.visit();
            assertThat(again.cache.size()).isEqualTo(2);
            ServerConfig old = TestBed.only(ProtocolVersion.TLS_1_2).server().build();
            try (Loopback second = Loopback.of(
                            TlsEngine.client(again.clientConfig().build()), TlsEngine.server(old))
                    .pump()) {
                assertThat(second.client().failure().orElseThrow().fault()).isEqualTo(Fault.EARLY_DATA_BAD);
            }
            assertThat(again.cache.size()).isZero();
            try (Loopback third =
                    Loopback.of(TlsEngine.client(again.clientConfig().build()), TlsEngine.server(old))) {
                third.handshake();
            }
        }
    }

    @Test
    void keysThatAreClosedAreNoKeys() {
        try (Reconnection again = new Reconnection(ProtocolVersion.TLS_1_3)) {
            again.visit();
            again.keys.close();
            assertThat(again.keys.sealing(again.clock.instant())).isEmpty();
            assertThat(again.keys.of(new byte[100], again.clock.instant().plus(Duration.ofDays(1))))
                    .isEmpty();
            ServerSessions sessions = again.serverSessions();
            assertThat(sessions.keys()).isPresent();
            assertThat(again.visit().resumed()).isFalse();
        }
    }
}
