package dev.dovetail.tls.suites.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an old device needs, on purpose: and nothing of it unasked. */
class LegacyHandshakeTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Authority AUTHORITY = Authority.create("Dovetail Test Root");
    private static final Map<Authentication, Credential> SERVERS = Map.of(
            Authentication.RSA, server(KeyKind.RSA_2048),
            Authentication.ECDSA, server(KeyKind.EC_P256),
            Authentication.DSS, server(KeyKind.DSA_2048));

    private static Stream<CipherSuite> all() {
        return Stream.of(new WornCipherSuites(), new WornProofSuites()).flatMap(one -> one.suites().stream());
    }

    private static Stream<CipherSuite> suites() {
        // Those with a shared key: see the tests of tls-suites-psk and of the core.
        return all().filter(suite -> !suite.authentication().preShared());
    }

    @ParameterizedTest
    @MethodSource("suites")
    void completesAHandshakeThatNamesIt(CipherSuite suite) {
        try (Loopback loopback = loopback(suite).handshake()) {
            for (int length : new int[] {0, 1, 7, 8, 15, 16, 17, 16384, 40_000}) {
                byte[] data = new byte[length];
                for (int i = 0; i < length; i++) data[i] = (byte) (i * 31);
                assertThat(loopback.exchange(Role.CLIENT, data)).isEqualTo(data);
                assertThat(loopback.exchange(Role.SERVER, data)).isEqualTo(data);
            }
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.suite().suite()).isEqualTo(suite);
            assertThat(info.peerChain().isEmpty())
                    .isEqualTo(!suite.authentication().certificate());
            loopback.closeBothWays();
        }
    }

    @Test
    void signsWithDsaOnBothSides() {
        Selection selection = selection("TLS_DHE_DSS_WITH_AES_256_GCM_SHA384");
        Credential me = credential(Request.client("me").key(KeyKind.DSA_2048));
        ClientConfig.Builder client =
                pairing(selection, Authentication.DSS).client().credential(me);
        ServerConfig.Builder server =
                pairing(selection, Authentication.DSS).server().clientAuthentication(ClientAuthentication.REQUIRED);
        try (Loopback loopback = Loopback.between(client, server).handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.peerScheme().map(SignatureScheme::name)).contains("dsa_sha256");
            assertThat(info.ownScheme().map(SignatureScheme::name)).contains("dsa_sha256");
            assertThat(loopback.server().engine().info().orElseThrow().peerChain())
                    .containsExactlyElementsOf(me.chain());
        }
    }

    /** RFC 5246 7.4.1.4.1: a device that has nothing but SHA-1. */
    @Test
    void reachesADeviceWithAShortKeyAndSha1() {
        Selection selection = selection("TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA")
                .signing("dsa_sha1")
                .verifying("dsa_sha1", "ecdsa_secp256r1_sha256");
        Pairing pairing = new Pairing(
                selection,
                AUTHORITY,
                credential(Request.server(Pairing.SERVER_NAME).key(KeyKind.DSA_1024)));
        try (Loopback loopback = pairing.loopback().handshake()) {
            assertThat(loopback.client()
                            .engine()
                            .info()
                            .orElseThrow()
                            .peerScheme()
                            .map(SignatureScheme::name))
                    .contains("dsa_sha1");
            assertThat(loopback.exchange(Role.SERVER, "hello".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("hello");
        }
    }

    /** A client that was not told to accept DSA does not, whatever suite it names. */
    @Test
    void refusesADssSuiteWithoutASchemeThatWasNamed() {
        Selection suite = selection("TLS_DHE_DSS_WITH_AES_128_GCM_SHA256");
        Selection without = suite.signing("ecdsa_secp256r1_sha256").verifying("ecdsa_secp256r1_sha256");
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> connect(without, suite, Authentication.DSS))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.NO_COMMON_SUITE));
    }

    /** RFC 5246 7.4.4: who sends no certificate may not ask for one. */
    @Test
    void choosesNoAnonymousSuiteWhereTheClientHasToProveItself() {
        Selection selection = selection("TLS_ECDH_anon_WITH_AES_128_CBC_SHA");
        Pairing pairing = pairing(selection, Authentication.ECDSA);
        ServerConfig.Builder server = pairing.server().clientAuthentication(ClientAuthentication.REQUIRED);
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> Loopback.between(pairing.client(), server).handshake())
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.NO_COMMON_SUITE));
    }

    @Test
    void isNeverOnUnasked() {
        for (Selection defaults : new Selection[] {Selection.modern(CATALOG), Selection.compatible(CATALOG)}) {
            assertThat(defaults.suites())
                    .extracting(UsableSuite::suite)
                    .doesNotContainAnyElementsOf(all().toList())
                    .noneMatch(suite -> suite.has(Trait.LEGACY));
            assertThat(Stream.of(defaults.signing(), defaults.verifying(), defaults.certificates())
                            .flatMap(schemes -> schemes.stream())
                            .map(SignatureScheme::name))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("dsa_"));
        }
    }

    /** Neither end gives in to one that has nothing else. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void isRefusedByWhoeverDidNotNameIt(Role asking) {
        Selection worn = selection("TLS_RSA_WITH_RC4_128_MD5", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA");
        Selection defaults = Selection.compatible(CATALOG);
        boolean client = asking == Role.CLIENT;
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> connect(client ? worn : defaults, client ? defaults : worn, Authentication.RSA))
                .satisfies(thrown -> assertThat(thrown.fault()).isIn(Fault.NO_COMMON_SUITE, Fault.NO_COMMON_VERSION));
    }

    private static Loopback loopback(CipherSuite suite) {
        Selection selection = selection(suite.name());
        return pairing(selection, suite.authentication()).loopback();
    }

    private static void connect(Selection client, Selection server, Authentication authentication) {
        try (Loopback loopback = Loopback.between(
                pairing(client, authentication).client(),
                pairing(server, authentication).server())) {
            loopback.handshake();
        }
    }

    private static Selection selection(String... suites) {
        return Selection.compatible(CATALOG)
                .suites(suites)
                .groups("ffdhe2048", "x25519", "secp256r1")
                .signing("ecdsa_secp256r1_sha256", "rsa_pkcs1_sha256", "dsa_sha256")
                .verifying("ecdsa_secp256r1_sha256", "rsa_pkcs1_sha256", "dsa_sha256");
    }

    private static Pairing pairing(Selection selection, Authentication authentication) {
        // An anonymous server has a certificate too, and does not send it.
        return new Pairing(
                selection, AUTHORITY, SERVERS.getOrDefault(authentication, SERVERS.get(Authentication.ECDSA)));
    }

    private static Credential server(KeyKind kind) {
        return credential(Request.server(Pairing.SERVER_NAME).key(kind));
    }

    private static Credential credential(Request request) {
        var issued = AUTHORITY.issue(request);
        return Credential.of(issued.chain(), issued.privateKey());
    }
}
