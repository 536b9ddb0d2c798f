package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshakes and connections that are measured are the ones that the table names. */
class ConnectionsTest {

    @ParameterizedTest
    @EnumSource
    void agreesOnWhatIsMeasured(HandshakeKind kind) {
        OwnHandshakes state = new OwnHandshakes();
        state.kind = kind;
        state.implementation = Plugins.DEFAULT;
        state.prepare();
        try (OwnPeers.Connection connection = state.connect()) {
            ConnectionInfo info = connection.client().info().orElseThrow();
            assertThat(info.version()).isEqualTo(kind.version());
            assertThat(info.suite().suite().name()).isEqualTo(kind.suite());
            assertThat(info.peerChain()).hasSize(1);
            info.group()
                    .ifPresent(group ->
                            assertThat(group.name()).isEqualTo(kind.groups().get(0)));
        }
        assertThat(new Handshakes().dovetail(state)).isNotNull();
    }

    @Test
    void usesTheGroupsOfTheImplementationThatWasAskedFor() {
        OwnHandshakes state = new OwnHandshakes();
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.implementation = "JDK";
        state.prepare();
        try (OwnPeers.Connection connection = state.connect()) {
            ConnectionInfo info = connection.client().info().orElseThrow();
            assertThat(info.group().orElseThrow().implementation()).isEqualTo("JDK");
            assertThat(info.peerScheme().orElseThrow().implementation()).isEqualTo("JDK");
        }
    }

    @ParameterizedTest
    @EnumSource
    void resumesEachTimeWhereThatIsMeasured(HandshakeKind kind) throws Exception {
        OwnResumptions own = new OwnResumptions();
        own.kind = kind;
        own.implementation = Plugins.DEFAULT;
        own.prepare();
        try (OwnPeers.Connection connection = own.connect()) {
            assertThat(connection.client().info().orElseThrow().resumed()).isTrue();
        }
        assumeGroupsCanBeChosen(kind);
        JsseResumptions jsse = new JsseResumptions();
        jsse.kind = kind;
        // Each connection asks whether the trust manager was left alone.
        jsse.prepare();
        assertThat(jsse.connect()).isNotNull();
    }

    @Test
    void aStoreIsAskedAsOftenAsTheTableSays() {
        assertThat(new SessionCosts().text().lines().filter(line -> line.startsWith("TLS")))
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).matches(".*\\d+ +\\d+ +\\d +\\d"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("TLS 1.3, tickets  ").endsWith("0          0"));
    }

    @ParameterizedTest
    @EnumSource
    void thePeersHandshakesAreFullEachTime(HandshakeKind kind) throws Exception {
        assumeGroupsCanBeChosen(kind);
        JsseHandshakes state = new JsseHandshakes();
        state.kind = kind;
        state.prepare();
        // A resumed handshake would not ask the trust manager, and fail in connect(); it would be much shorter too.
        long first = state.connect().handshakeBytes();
        for (int i = 0; i < 3; i++) {
            assertThat(state.connect().handshakeBytes()).isBetween(first - 50, first + 50);
        }
        assertThat(new Handshakes().sunJsse(state)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TLS12_RSA")
    void thePeerUsesTheGroupThatIsMeasured(HandshakeKind kind) throws Exception {
        assumeGroupsCanBeChosen(kind);
        JsseHandshakes state = new JsseHandshakes();
        state.kind = kind;
        state.prepare();
        StringBuilder sent = new StringBuilder();
        state.peers().connect(bytes -> sent.append(HexFormat.of().formatHex(bytes.array(), 0, bytes.position())));
        boolean x25519 = kind.groups().get(0).equals("x25519");
        // The share as key_share (RFC 8446 4.2.8) and as ServerKeyExchange (RFC 8422 5.4) carry it.
        String share = x25519 ? "001d0020" : "00170041";
        String shareIn12 = x25519 ? "03001d20" : "03001741";
        assertThat(sent).contains(kind.version().equals(ProtocolVersion.TLS_1_3) ? share : shareIn12);
    }

    private static void assumeGroupsCanBeChosen(HandshakeKind kind) {
        boolean usual = kind.groups().equals(List.of("x25519"));
        assumeTrue(NamedGroups.settable() || usual, "this JDK takes one choice of groups for the whole JVM");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_AES_128_GCM_SHA256, JDK, 1024",
        "TLS_AES_128_GCM_SHA256, JDK, 262144",
        "TLS_CHACHA20_POLY1305_SHA256, BouncyCastle, 16384"
    })
    void receivesWhatWasSent(String suite, String implementation, int size) {
        OwnThroughput state = new OwnThroughput();
        state.suite = suite;
        state.implementation = implementation;
        state.size = size;
        state.prepare();
        assertThat(new EngineThroughput().dovetail(state)).isGreaterThan(size);
        assertThat(state.received()).startsWith(state.data());
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 262144})
    void thePeerReceivesWhatWasSent(int size) throws Exception {
        JsseThroughput state = new JsseThroughput();
        state.suite = "TLS_AES_128_GCM_SHA256";
        state.size = size;
        state.prepare();
        assertThat(new EngineThroughput().sunJsse(state)).isGreaterThan(size);
        assertThat(state.received()).startsWith(state.data());
    }

    @Test
    void refusesToMeasureACipherThatNobodyHas() {
        OwnThroughput state = new OwnThroughput();
        state.suite = "TLS_NOBODY_HAS_THIS";
        state.implementation = "JDK";
        state.size = 1024;
        assertThatThrownBy(state::prepare).hasMessageContaining("TLS_NOBODY_HAS_THIS");
    }
}
