package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.testkit.Loopback;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The PSK suites of TLS 1.2 (RFC 4279, 5487, 5489): a key that both sides have, with and without more. */
class PskSuites12Test {

    static Stream<UsableSuite> suites() {
        return TestBed.CATALOG.usable().stream()
                .filter(suite -> suite.suite().authentication().preShared());
    }

    @ParameterizedTest
    @MethodSource("suites")
    void carriesDataBothWaysUnderEverySuite(UsableSuite suite) {
        Selection selection = TestBed.only(Selection.compatible(TestBed.CATALOG), ProtocolVersion.TLS_1_2)
                .suites(suite.toString());
        ServerConfig.Builder server = PskPair.server(selection);
        boolean certificate = suite.suite().authentication().certificate();
        if (certificate) server.credential(TestBed.server(KeyKind.RSA_2048));
        try (Loopback pair = Loopback.between(PskPair.client(selection), server).handshake()) {
            for (Role role : Role.values()) {
                ConnectionInfo info = pair.end(role).engine().info().orElseThrow();
                assertThat(info.suite()).isEqualTo(suite);
                assertThat(info.preSharedKey()).contains(PskPair.bytes(PskPair.NAME));
                assertThat(pair.exchange(role, PskPair.bytes("hello")))
                        .asString()
                        .isEqualTo("hello");
            }
            assertThat(pair.client().engine().info().orElseThrow().peerChain().isEmpty())
                    .isEqualTo(!certificate);
        }
    }

    /** A small device has no signature schemes at all: then the extension, whose list can't be empty, is not sent. */
    @Test
    void needsNoSignatureSchemes() {
        String[] none = {};
        Selection selection = PskPair.tls12()
                .suites("TLS_PSK_WITH_AES_128_GCM_SHA256")
                .signing(none)
                .verifying(none);
        try (Loopback pair = Loopback.between(PskPair.client(selection), PskPair.server(selection))
                .handshake()) {
            assertThat(pair.exchange(Role.CLIENT, PskPair.bytes("hello")))
                    .asString()
                    .isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_PSK_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256"})
    void tellsTheClientTheHintOfTheServer(String suite) {
        Selection selection = PskPair.tls12().suites(suite);
        AtomicReference<Optional<byte[]>> asked = new AtomicReference<>();
        ClientPreSharedKeys source = (serverName, hint) -> {
            asked.set(hint);
            return CompletableFuture.completedFuture(List.of(PskPair.key(PskPair.NAME)));
        };
        try (Loopback pair = Loopback.between(
                        PskPair.client(selection).preSharedKeys(source),
                        PskPair.server(selection).identityHint(PskPair.bytes("the one in the cellar")))
                .handshake()) {
            assertThat(asked.get())
                    .hasValueSatisfying(hint -> assertThat(hint).asString().isEqualTo("the one in the cellar"));
        }
        try (Loopback pair = Loopback.between(
                        PskPair.client(selection).preSharedKeys(source), PskPair.server(selection))
                .handshake()) {
            assertThat(asked.get()).isEmpty();
        }
    }

    @Test
    void usesTheFirstKeyThatIsNotImported() {
        PreSharedKey imported = PskPair.key("imported").imported(new byte[0]);
        ClientPreSharedKeys keys = ClientPreSharedKeys.of(imported, PskPair.key(PskPair.NAME));
        try (Loopback pair = Loopback.between(PskPair.client12().preSharedKeys(keys), PskPair.server12())
                .handshake()) {
            assertThat(pair.server().engine().info().orElseThrow().preSharedKey())
                    .contains(PskPair.bytes(PskPair.NAME));
        }
    }

    @Test
    void neverUsesAnImportedKeyAsItIs() {
        ServerPreSharedKeys imported =
                ServerPreSharedKeys.of(PskPair.key(PskPair.NAME).imported(new byte[0]));
        assertThat(fault(Role.SERVER, PskPair.client12(), PskPair.server12().preSharedKeys(imported)))
                .isEqualTo(Fault.PRE_SHARED_KEY_UNKNOWN);
    }

    @Test
    void noticesThatTheKeysDiffer() {
        ServerPreSharedKeys other = ServerPreSharedKeys.of(PskPair.otherKey(PskPair.NAME));
        assertThat(fault(Role.SERVER, PskPair.client12(), PskPair.server12().preSharedKeys(other)))
                .isEqualTo(Fault.RECORD_NOT_AUTHENTIC);
    }

    @Test
    void answersAnUnknownIdentityLikeAWrongKeyWhereThatIsWanted() {
        ClientConfig.Builder stranger = PskPair.client12().preSharedKeys(ClientPreSharedKeys.of(PskPair.key("nobody")));
        assertThat(fault(Role.SERVER, stranger, PskPair.server12().hideUnknownIdentities()))
                .isEqualTo(Fault.RECORD_NOT_AUTHENTIC);
    }

    @Test
    void offersNoPskSuiteWithoutAKey() {
        Selection selection = PskPair.tls12().andSuites("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        ClientConfig.Builder client = TestBed.PAIR.with(selection).client();
        try (Loopback pair =
                Loopback.between(client, TestBed.PAIR.with(selection).server()).handshake()) {
            byte[] hello =
                    Arrays.copyOfRange(pair.client().sent(), 5, pair.client().sent().length);
            int length = ((hello[1] & 0xff) << 16 | (hello[2] & 0xff) << 8 | hello[3] & 0xff) + 4;
            assertThat(HelloEdit.of(Arrays.copyOf(hello, length)).suites).containsExactly(0xc0, 0x2b);
        }
    }

    @Test
    void aClientWithPskSuitesAloneHasToHaveKeys() {
        assertThatThrownBy(() -> ClientConfig.of(PskPair.tls12()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every enabled suite needs a pre-shared key");
    }

    @Test
    void explainsThatAServerHasNoKeys() {
        ServerConfig.Builder server = ServerConfig.of(PskPair.tls12()).credential(TestBed.server(KeyKind.EC_P256));
        try (Loopback pair = Loopback.between(PskPair.client12(), server).pump()) {
            TlsFault fault = pair.server().failure().orElseThrow();
            assertThat(fault.fault()).isEqualTo(Fault.NO_COMMON_SUITE);
            assertThat(fault.getMessage()).contains("no pre-shared keys are configured (ServerConfig.preSharedKeys)");
        }
    }

    @Test
    void bothProofsOfAClientAreTold() {
        Selection selection = TestBed.only(Selection.compatible(TestBed.CATALOG), ProtocolVersion.TLS_1_2)
                .suites("TLS_RSA_PSK_WITH_AES_128_GCM_SHA256");
        ServerConfig.Builder server = PskPair.server(selection)
                .credential(TestBed.server(KeyKind.RSA_2048))
                .verifier(TestBed.PAIR.client().build().verifier())
                .clientAuthentication(ClientAuthentication.REQUIRED);
        try (Loopback pair = Loopback.between(PskPair.client(selection).credential(TestBed.CLIENT), server)
                .handshake()) {
            ConnectionInfo info = pair.server().engine().info().orElseThrow();
            assertThat(info.preSharedKey()).contains(PskPair.bytes(PskPair.NAME));
            assertThat(info.peerChain()).isNotEmpty();
        }
    }

    @Test
    void waitsForALookUpThatTakesItsTime() {
        CompletableFuture<Optional<PreSharedKey>> later = new CompletableFuture<>();
        ServerConfig.Builder server = PskPair.server12().preSharedKeys(identity -> later);
        try (Loopback pair = Loopback.between(PskPair.client12(), server)) {
            pair.step(Role.CLIENT);
            pair.step(Role.SERVER);
            pair.step(Role.CLIENT);
            assertThat(pair.server().engine().info()).isEmpty();
            later.complete(Optional.of(PskPair.key(PskPair.NAME)));
            pair.server().take(new byte[0]);
            pair.handshake();
            assertThat(pair.server().engine().info()).isPresent();
        }
    }

    private static Fault fault(Role victim, ClientConfig.Builder client, ServerConfig.Builder server) {
        return Wrongdoing.towards(victim, client, server, MessageChange.none())
                .fault()
                .fault();
    }
}
