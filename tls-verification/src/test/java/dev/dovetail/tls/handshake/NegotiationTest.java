package dev.dovetail.tls.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What two ends agree on: versions, suites, groups, application protocols. */
class NegotiationTest {

    private static final Pairing PAIR = TestBed.PAIR;
    private static final ProtocolVersion V12 = ProtocolVersion.TLS_1_2;
    private static final ProtocolVersion V13 = ProtocolVersion.TLS_1_3;

    static List<ProtocolVersion> versions() {
        return List.of(V13, V12);
    }

    @ParameterizedTest
    @CsvSource({
        "12,12,12,12,12",
        "12,13,12,12,12",
        "12,12,12,13,12",
        "13,13,12,13,13",
        "12,13,12,13,13",
        "12,13,13,13,13"
    })
    void agreesOnTheNewestVersionThatBothHave(int fromA, int toA, int fromB, int toB, int agreed) {
        Loopback loopback = Loopback.between(
                limited(fromA, toA).client(), limited(fromB, toB).server());
        try (loopback) {
            assertThat(info(loopback.handshake()).version()).isEqualTo(version(agreed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256,TLS_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
    })
    void theServersOrderOfSuitesDecides(String first, String second) {
        Pairing server = PAIR.with(PAIR.selection().suites(first, second));
        Pairing client = PAIR.with(PAIR.selection().suites(second, first));
        try (Loopback loopback = Loopback.between(client.client(), server.server())) {
            assertThat(info(loopback.handshake()).suite().suite().name()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
    })
    void theClientsOrderOfSuitesDecidesIfTheServerSaysSo(String first, String second) {
        Pairing server = PAIR.with(PAIR.selection().suites(first, second));
        Pairing client = PAIR.with(PAIR.selection().suites(second, first));
        try (Loopback loopback =
                Loopback.between(client.client(), server.server().clientSuiteOrder())) {
            assertThat(info(loopback.handshake()).suite().suite().name()).isEqualTo(second);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theServersOrderOfGroupsDecides(ProtocolVersion version) {
        Selection all = TestBed.only(PAIR.selection(), version);
        Pairing server = PAIR.with(all.groups("secp384r1", "x25519", "secp256r1"));
        Pairing client =
                PAIR.with(all.groups("x25519", "secp256r1", "secp384r1").keyShares("x25519", "secp256r1", "secp384r1"));
        try (Loopback loopback = Loopback.between(client.client(), server.server())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("secp384r1");
            assertThat(info.helloRetried()).isFalse();
        }
    }

    @Test
    void anAnonymousSuiteIsOfferedOnlyWhereThatIsSaid() {
        Selection selection = Selection.modern(TestBed.CATALOG).andSuites("TLS_ECDH_anon_WITH_AES_128_CBC_SHA");
        ClientConfig.Builder client = ClientConfig.of(selection).serverName(Pairing.SERVER_NAME);
        assertThatThrownBy(client::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLS_ECDH_anon_WITH_AES_128_CBC_SHA")
                .hasMessageContaining("insecureAnonymousServers");
        assertThat(client.insecureAnonymousServers().build().selection()).isSameAs(selection);
    }

    @Test
    void aShareAtHandBeatsAPreferredGroupThatCostsARoundTrip() {
        Pairing server = PAIR.with(PAIR.selection().groups("secp384r1", "x25519"));
        Pairing client = PAIR.with(PAIR.selection().groups("x25519", "secp384r1"));
        try (Loopback loopback = Loopback.between(client.client(), server.server())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("x25519");
            assertThat(info.helloRetried()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.handshake.NegotiationTest#groups")
    void everyGroupAtHandAgrees(ProtocolVersion version, String group) {
        try (Loopback loopback = AnySuite.loopback(version, group).handshake()) {
            assertThat(info(loopback).group().map(NamedGroup::name)).contains(group);
            assertThat(loopback.exchange(Role.CLIENT, new byte[10])).hasSize(10);
        }
    }

    static List<org.junit.jupiter.params.provider.Arguments> groups() {
        return versions().stream()
                .flatMap(version -> TestBed.CATALOG.groups().stream()
                        .filter(group -> group.versions().contains(version))
                        .map(group -> org.junit.jupiter.params.provider.Arguments.of(version, group.name())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.handshake.NegotiationTest#suites")
    void everySuiteAtHandCarriesData(String suite) {
        try (Loopback loopback = AnySuite.loopback(suite).handshake()) {
            assertThat(info(loopback).suite().suite().name()).isEqualTo(suite);
            for (int length : new int[] {0, 1, 15, 16, 17, 1000, 16384, 16385, 100_000}) {
                byte[] data = new byte[length];
                Arrays.fill(data, (byte) length);
                assertThat(loopback.exchange(Role.CLIENT, data)).isEqualTo(data);
                assertThat(loopback.exchange(Role.SERVER, data)).isEqualTo(data);
            }
        }
    }

    static List<String> suites() {
        return TestBed.CATALOG.usable().stream()
                .map(suite -> suite.suite().name())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theServersFirstProtocolThatTheClientOffersIsSpoken(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(
                        pair.client().applicationProtocols("http/1.1", "h2", "x"),
                        pair.server().applicationProtocols("spdy", "h2", "http/1.1"))
                .handshake()) {
            assertThat(info(loopback).applicationProtocol()).contains("h2");
            assertThat(loopback.server().engine().info().orElseThrow().applicationProtocol())
                    .contains("h2");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theApplicationMayChooseTheProtocolByOfferAndName(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        ProtocolChooser chooser = (offered, handshake) -> {
            assertThat(offered).containsExactly("a", "b");
            assertThat(handshake.serverName()).contains(Pairing.SERVER_NAME);
            assertThat(handshake.version()).isEqualTo(version);
            assertThat(handshake.suite()).isPresent();
            return ProtocolChoice.use("b");
        };
        try (Loopback loopback = Loopback.between(
                        pair.client().applicationProtocols("a", "b"),
                        pair.server().protocolChooser(chooser))
                .handshake()) {
            assertThat(info(loopback).applicationProtocol()).contains("b");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theApplicationMayGoOnWithoutAProtocol(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(
                        pair.client().applicationProtocols("a"),
                        pair.server().protocolChooser((offered, handshake) -> ProtocolChoice.none()))
                .handshake()) {
            assertThat(info(loopback).applicationProtocol()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whoOffersNoProtocolIsNotRefused(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(pair.client(), pair.server().applicationProtocols("h2"))
                .handshake()) {
            assertThat(info(loopback).applicationProtocol()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void refusesProtocolsThatItDoesNotSpeak(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                pair.client().applicationProtocols("h3"),
                pair.server().applicationProtocols("h2"),
                MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.NO_COMMON_APPLICATION_PROTOCOL);
    }

    @Test
    void aFallbackToTheServersBestVersionIsFine() {
        Pairing only12 = TestBed.only(V12);
        try (Loopback loopback = Loopback.between(only12.client().fallback(), only12.server())) {
            assertThat(info(loopback.handshake()).version()).isEqualTo(V12);
        }
    }

    @ParameterizedTest
    @CsvSource({"12,13,12,true", "12,12,12,false", "12,13,13,false"})
    void aServerThatCouldDoBetterSaysSoInItsRandom(int oldest, int newest, int client, boolean marked) {
        try (Interposer between = Interposer.between(
                limited(client, client).client(), limited(oldest, newest).server(), MessageChange.none())) {
            between.loopback().handshake();
            byte[] random = HelloEdit.of(between.messages(Role.SERVER).get(0)).random;
            String end = new String(Arrays.copyOfRange(random, 24, 32), US_ASCII);
            assertThat(end.equals("DOWNGRD\1")).isEqualTo(marked);
        }
    }

    private static Pairing limited(int oldest, int newest) {
        return PAIR.with(PAIR.selection().versions(version(oldest), version(newest)));
    }

    private static ProtocolVersion version(int number) {
        return number == 12 ? V12 : V13;
    }

    private static ConnectionInfo info(Loopback loopback) {
        Optional<ConnectionInfo> client = loopback.client().engine().info();
        ConnectionInfo server = loopback.server().engine().info().orElseThrow();
        assertThat(client.orElseThrow().version()).isEqualTo(server.version());
        assertThat(client.orElseThrow().suite().code()).isEqualTo(server.suite().code());
        assertThat(client.orElseThrow().group()).isEqualTo(server.group());
        return client.orElseThrow();
    }
}
