package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.testkit.Loopback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** External PSKs of TLS 1.3 (RFC 8446 4.2.11), as they are and imported (RFC 9258). */
class ExternalPskTest {

    private static final byte[] CONTEXT = PskPair.bytes("between cellar and attic");

    @Test
    void takesThePlaceOfCertificates() {
        try (Loopback pair =
                Loopback.between(PskPair.client(), PskPair.server()).handshake()) {
            for (Role role : Role.values()) {
                ConnectionInfo info = pair.end(role).engine().info().orElseThrow();
                assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_3);
                assertThat(info.suite().hash().name()).isEqualTo("SHA256");
                assertThat(info.group()).isPresent();
                assertThat(info.preSharedKey()).contains(PskPair.bytes(PskPair.NAME));
                assertThat(info.peerChain()).isEmpty();
                assertThat(info.peerScheme()).isEmpty();
                assertThat(pair.exchange(role, PskPair.bytes("hello")))
                        .asString()
                        .isEqualTo("hello");
            }
        }
    }

    @Test
    void standsAloneOnlyWhereBothSidesAllowIt() {
        ClientConfig.Builder client = PskPair.client().pskModes(PskMode.PSK_KE);
        ServerConfig.Builder server = PskPair.server().pskModes(PskMode.PSK_DHE_KE, PskMode.PSK_KE);
        try (Loopback pair = Loopback.between(client, server).handshake()) {
            for (Role role : Role.values()) {
                assertThat(pair.end(role).engine().info().orElseThrow().group()).isEmpty();
                assertThat(pair.exchange(role, PskPair.bytes("hello")))
                        .asString()
                        .isEqualTo("hello");
            }
        }
        ServerConfig.Builder careful = PskPair.server().credential(TestBed.server(KeyKind.EC_P256));
        try (Loopback pair = Loopback.between(client, careful).handshake()) {
            assertThat(pair.client().engine().info().orElseThrow().preSharedKey())
                    .isEmpty();
            assertThat(pair.client().engine().info().orElseThrow().peerChain()).isNotEmpty();
        }
    }

    @Test
    void takesAShareBesidesByItsOwnPreference() {
        ClientConfig.Builder client = PskPair.client().pskModes(PskMode.PSK_KE, PskMode.PSK_DHE_KE);
        ServerConfig.Builder server = PskPair.server().pskModes(PskMode.PSK_DHE_KE, PskMode.PSK_KE);
        try (Loopback pair = Loopback.between(client, server).handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().group()).isPresent();
        }
    }

    @Test
    void aClientRefusesAModeThatItDidNotOffer() {
        Wrongdoing result = Wrongdoing.towards(
                Role.CLIENT,
                PskPair.client().pskModes(PskMode.PSK_KE),
                PskPair.server().pskModes(PskMode.PSK_KE),
                MessageChange.of(
                        Role.SERVER,
                        2,
                        HelloEdit.edit(hello -> hello.add(
                                HelloEdit.KEY_SHARE,
                                Messages.join(Messages.u16(29), Messages.u16(32), new byte[32])))));
        assertThat(result.fault().fault()).isEqualTo(Fault.PRE_SHARED_KEY_BAD);
    }

    @Test
    void aClientThatDoesNotAllowItRefusesAServerHelloWithoutAShare() {
        Wrongdoing result = Wrongdoing.towards(
                Role.CLIENT,
                PskPair.client(),
                PskPair.server(),
                MessageChange.of(Role.SERVER, 2, HelloEdit.edit(hello -> hello.drop(HelloEdit.KEY_SHARE))));
        assertThat(result.fault().fault()).isEqualTo(Fault.EXTENSION_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"})
    void isImportedForTheHashOfEachSuite(String suite) {
        Selection selection = Selection.modern(TestBed.CATALOG).suites(suite, "TLS_CHACHA20_POLY1305_SHA256");
        ServerPreSharedKeys keys =
                ServerPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(CONTEXT));
        ClientConfig.Builder client = PskPair.client(Selection.modern(TestBed.CATALOG))
                .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(CONTEXT)));
        try (Loopback pair = Loopback.between(client, PskPair.server(selection).preSharedKeys(keys))
                .handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().preSharedKey())
                    .isPresent();
        }
    }

    @Test
    void isNotTakenIfOnlyOneSideImportsIt() {
        ServerPreSharedKeys imported =
                ServerPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(CONTEXT));
        assertThat(fault(PskPair.client(), PskPair.server().preSharedKeys(imported)))
                .isEqualTo(Fault.PRE_SHARED_KEY_UNKNOWN);
        ClientConfig.Builder importing = PskPair.client()
                .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(CONTEXT)));
        assertThat(fault(importing, PskPair.server())).isEqualTo(Fault.PRE_SHARED_KEY_UNKNOWN);
    }

    @Test
    void isNotTakenIfItWasImportedForSomethingElse() {
        ClientConfig.Builder importing = PskPair.client()
                .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(CONTEXT)));
        ServerPreSharedKeys elsewhere =
                ServerPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(PskPair.bytes("elsewhere")));
        assertThat(fault(importing, PskPair.server().preSharedKeys(elsewhere))).isEqualTo(Fault.PRE_SHARED_KEY_UNKNOWN);
    }

    @Test
    void goesThroughARetryAndDropsKeysOfAnotherHashThere() {
        PreSharedKey sha384 = PskPair.key("of SHA-384").withHash("SHA384");
        ClientConfig.Builder client =
                PskPair.client().preSharedKeys(ClientPreSharedKeys.of(sha384, PskPair.key(PskPair.NAME)));
        Selection retrying =
                Selection.modern(TestBed.CATALOG).groups("secp384r1").suites("TLS_AES_128_GCM_SHA256");
        try (Loopback pair = Loopback.between(client, PskPair.server(retrying)).handshake()) {
            ConnectionInfo info = pair.client().engine().info().orElseThrow();
            assertThat(info.helloRetried()).isTrue();
            assertThat(info.preSharedKey()).contains(PskPair.bytes(PskPair.NAME));
        }
    }

    @Test
    void isTheFirstOfTheClientsThatTheServerKnows() {
        ClientConfig.Builder client = PskPair.client()
                .preSharedKeys(ClientPreSharedKeys.of(
                        PskPair.key("unknown"), PskPair.key("known"), PskPair.key(PskPair.NAME)));
        ServerPreSharedKeys two = ServerPreSharedKeys.of(PskPair.key(PskPair.NAME), PskPair.key("known"));
        try (Loopback pair =
                Loopback.between(client, PskPair.server().preSharedKeys(two)).handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().preSharedKey())
                    .contains(PskPair.bytes("known"));
        }
    }

    @Test
    void givesWayToACertificateIfItIsUnknown() {
        ClientConfig.Builder stranger = PskPair.client().preSharedKeys(ClientPreSharedKeys.of(PskPair.key("nobody")));
        ServerConfig.Builder server = PskPair.server().credential(TestBed.server(KeyKind.EC_P256));
        try (Loopback pair = Loopback.between(stranger, server).handshake()) {
            assertThat(pair.client().engine().info().orElseThrow().preSharedKey())
                    .isEmpty();
            assertThat(pair.client().engine().info().orElseThrow().peerChain()).isNotEmpty();
        }
    }

    @Test
    void givesWayToCertificatesWhereTheClientHasToShowOne() {
        ServerConfig.Builder server = PskPair.server()
                .credential(TestBed.server(KeyKind.EC_P256))
                .verifier(TestBed.PAIR.client().build().verifier())
                .clientAuthentication(ClientAuthentication.REQUIRED);
        try (Loopback pair = Loopback.between(PskPair.client().credential(TestBed.CLIENT), server)
                .handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().preSharedKey())
                    .isEmpty();
            assertThat(pair.server().engine().info().orElseThrow().peerChain()).isNotEmpty();
        }
    }

    @Test
    void standsAloneWhereNoGroupIsCommonAndBothAllowIt() {
        Selection modern = Selection.modern(TestBed.CATALOG);
        ClientConfig.Builder client =
                PskPair.client(modern.groups("x25519")).pskModes(PskMode.PSK_DHE_KE, PskMode.PSK_KE);
        ServerConfig.Builder server =
                PskPair.server(modern.groups("secp256r1")).pskModes(PskMode.PSK_DHE_KE, PskMode.PSK_KE);
        try (Loopback pair = Loopback.between(client, server).handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().group()).isEmpty();
        }
    }

    @Test
    void givesWayToACertificateIfItIsBoundToAHashThatIsNotEnabled() {
        PreSharedKey elsewhere = PskPair.key(PskPair.NAME).withHash("SHA384").imported(CONTEXT);
        Selection sha256 = Selection.modern(TestBed.CATALOG).suites("TLS_AES_128_GCM_SHA256");
        ServerConfig.Builder server = PskPair.server(sha256)
                .preSharedKeys(ServerPreSharedKeys.of(elsewhere))
                .credential(TestBed.server(KeyKind.EC_P256));
        ClientConfig.Builder client = PskPair.client()
                .preSharedKeys(ClientPreSharedKeys.of(
                        PskPair.key(PskPair.NAME).withHash("SHA384").imported(CONTEXT)));
        try (Loopback pair = Loopback.between(client, server).handshake()) {
            assertThat(pair.client().engine().info().orElseThrow().preSharedKey())
                    .isEmpty();
        }
    }

    @Test
    void isToldOfIfNoSuiteHasItsHash() {
        ClientConfig.Builder client = PskPair.client()
                .preSharedKeys(ClientPreSharedKeys.of(PskPair.key(PskPair.NAME).withHash("SHA-256")));
        assertThat(Wrongdoing.towards(Role.CLIENT, client, PskPair.server(), MessageChange.none())
                        .fault())
                .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.CONFIGURATION))
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("SHA384");
    }

    @Test
    void isToldOfIfTheKeysDoNotFitAClientHello() {
        PreSharedKey[] long2 = {PskPair.key("a".repeat(40_000)), PskPair.key("b".repeat(40_000))};
        assertThat(Wrongdoing.towards(
                                Role.CLIENT,
                                PskPair.client().preSharedKeys(ClientPreSharedKeys.of(long2)),
                                PskPair.server(),
                                MessageChange.none())
                        .fault()
                        .fault())
                .isEqualTo(Fault.CONFIGURATION);
        assertThatThrownBy(() -> PskPair.key("a").imported(new byte[50_000]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotAddedBehindARetry() {
        Selection retrying = Selection.modern(TestBed.CATALOG).groups("secp384r1");
        ServerConfig.Builder server = PskPair.server(retrying).credential(TestBed.server(KeyKind.EC_P256));
        assertThat(Wrongdoing.towards(
                                Role.SERVER,
                                TestBed.PAIR.client(),
                                server,
                                MessageChange.at(
                                        Role.CLIENT,
                                        1,
                                        HelloEdit.edit(hello -> hello.add(
                                                HelloEdit.PRE_SHARED_KEY, HelloProvocations.preSharedKeys(1, 1)))))
                        .fault()
                        .fault())
                .isEqualTo(Fault.SECOND_HELLO_CHANGED);
    }

    @Test
    void canNotBeHiddenBehindACertificate() {
        assertThatThrownBy(() -> PskPair.server()
                        .credential(TestBed.server(KeyKind.EC_P256))
                        .hideUnknownIdentities()
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hideUnknownIdentities");
    }

    @Test
    void hidesWhetherAnIdentityIsKnownWhereThatIsWanted() {
        ClientConfig.Builder stranger = PskPair.client().preSharedKeys(ClientPreSharedKeys.of(PskPair.key("nobody")));
        assertThat(fault(stranger, PskPair.server().hideUnknownIdentities())).isEqualTo(Fault.BINDER_WRONG);
    }

    @Test
    void looksUpABoundedNumberOfIdentities() {
        AtomicInteger asked = new AtomicInteger();
        PreSharedKey[] many = new PreSharedKey[100];
        for (int i = 0; i < many.length; i++) many[i] = PskPair.key("key " + i);
        ServerConfig.Builder server = PskPair.server().preSharedKeys(identity -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.empty());
        });
        assertThat(fault(PskPair.client().preSharedKeys(ClientPreSharedKeys.of(many)), server))
                .isEqualTo(Fault.PRE_SHARED_KEY_UNKNOWN);
        assertThat(asked.get()).isEqualTo(8);
    }

    @Test
    void refusesASelectedKeyThatWasNotOfferedOrIsOfAnotherHash() {
        ServerConfig.Builder server = PskPair.server();
        assertThat(Wrongdoing.towards(
                                Role.CLIENT,
                                PskPair.client(),
                                server,
                                MessageChange.of(
                                        Role.SERVER,
                                        2,
                                        HelloEdit.edit(
                                                hello -> hello.put(HelloEdit.PRE_SHARED_KEY, (byte) 0, (byte) 1))))
                        .fault()
                        .fault())
                .isEqualTo(Fault.PRE_SHARED_KEY_BAD);
        assertThat(Wrongdoing.towards(
                                Role.CLIENT,
                                PskPair.client(),
                                server,
                                MessageChange.of(
                                        Role.SERVER,
                                        2,
                                        HelloEdit.edit(hello -> hello.suites = new byte[] {0x13, 0x02})))
                        .fault()
                        .fault())
                .isEqualTo(Fault.PRE_SHARED_KEY_BAD);
    }

    @Test
    void aLookUpThatFailsEndsTheHandshakeWithoutAStall() {
        ServerConfig.Builder server = PskPair.server()
                .preSharedKeys(identity -> CompletableFuture.failedFuture(new IllegalStateException("no data base")));
        assertThat(fault(PskPair.client(), server)).isEqualTo(Fault.INTERNAL);
    }

    private static Fault fault(ClientConfig.Builder client, ServerConfig.Builder server) {
        return Wrongdoing.towards(Role.SERVER, client, server, MessageChange.none())
                .fault()
                .fault();
    }
}
