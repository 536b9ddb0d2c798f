package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        state.servers = 1;
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

    @ParameterizedTest
    @EnumSource(names = {"TLS13_ECDSA_X25519", "TLS13_RSA_X25519"})
    void meetsOneServerAfterTheOther(HandshakeKind kind) {
        OwnHandshakes state = new OwnHandshakes();
        state.kind = kind;
        state.implementation = Plugins.DEFAULT;
        state.servers = 3;
        state.prepare();
        List<X509Certificate> met = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (OwnPeers.Connection connection = state.connect()) {
                met.add(connection.client().info().orElseThrow().peerChain().get(0));
            }
        }
        assertMetInTurn(met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovetail-jsse", "sunjsse"})
    void aStackMeetsOneServerAfterTheOther(String stack) throws Exception {
        PeerHandshakes state = new PeerHandshakes();
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.stack = stack;
        state.servers = 3;
        state.prepare();
        List<X509Certificate> met = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (PeerConnection connection = state.connect()) {
                met.add(connection.serverCertificate());
            }
        }
        assertMetInTurn(met);
    }

    /** Three, and the first one again, each with a key of its own. */
    private static void assertMetInTurn(List<X509Certificate> met) {
        assertThat(met.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(met.subList(0, 3)).extracting(X509Certificate::getPublicKey).doesNotHaveDuplicates();
        assertThat(met.get(3)).isEqualTo(met.get(0));
    }

    @Test
    void noTwoOfManyServersHaveTheSameKey() {
        assertThat(ManyServers.with(KeyKind.RSA_2048, 40))
                .extracting(server -> ((RSAPublicKey) server.chain().get(0).getPublicKey()).getModulus())
                .doesNotHaveDuplicates()
                .hasSize(40)
                .allMatch(modulus -> modulus.bitLength() == 2048);
    }

    @ParameterizedTest
    @EnumSource
    void theFactsOfAHandshakeAreThoseOfTheCatalog(HandshakeKind kind) {
        UsableSuite suite = Plugins.usable(Plugins.all(), kind.suite());
        assertThat(suite.suite().code()).isEqualTo(kind.suiteCode());
        assertThat(suite.suite().versions()).containsExactly(kind.version());
        boolean agrees = kind.version().equals(ProtocolVersion.TLS_1_3)
                || suite.keyExchange().orElseThrow().name().equals("ECDHE");
        assertThat(kind.agreedGroup())
                .isEqualTo(agrees ? groupCode(kind.groups().get(0)) : ServerWords.NO_GROUP);
    }

    private static int groupCode(String name) {
        return Plugins.all().groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Test
    void usesTheGroupsOfTheImplementationThatWasAskedFor() {
        OwnHandshakes state = new OwnHandshakes();
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.implementation = "JDK";
        state.servers = 1;
        state.prepare();
        try (OwnPeers.Connection connection = state.connect()) {
            ConnectionInfo info = connection.client().info().orElseThrow();
            assertThat(info.group().orElseThrow().implementation()).isEqualTo("JDK");
            assertThat(info.peerScheme().orElseThrow().implementation()).isEqualTo("JDK");
        }
    }

    @ParameterizedTest
    @EnumSource
    void resumesEachTimeWhereThatIsMeasured(HandshakeKind kind) {
        OwnResumptions own = new OwnResumptions();
        own.kind = kind;
        own.implementation = Plugins.DEFAULT;
        own.prepare();
        try (OwnPeers.Connection connection = own.connect()) {
            assertThat(connection.client().info().orElseThrow().resumed()).isTrue();
        }
    }

    @Test
    void aStoreIsAskedAsOftenAsTheTableSays() {
        assertThat(new SessionCosts().text().lines().filter(line -> line.startsWith("TLS")))
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).matches(".*\\d+ +\\d+ +\\d +\\d"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("TLS 1.3, tickets  ").endsWith("0          0"));
    }

    /** {@link PeerPair} refuses any other handshake than the one that is measured. */
    @ParameterizedTest
    @EnumSource
    void thePeersHandshakesAreTheOnesThatAreMeasured(HandshakeKind kind) throws Exception {
        for (PeerStack stack : List.of(new SunJsseStack(), new DovetailJsseStack())) {
            if (stack instanceof SunJsseStack) assumeGroupsCanBeChosen(kind);
            for (boolean resuming : List.of(false, true)) {
                PeerSetting setting = PeerSetting.of(kind, resuming);
                if (stack.obstacle(setting).isPresent()) continue;
                PeerPair pair = PeerPair.of(stack, kind, resuming);
                for (int i = 0; i < 3; i++) {
                    try (PeerConnection connection = pair.connect()) {
                        assertThat(connection.suite()).isEqualTo(kind.suite());
                        assertThat(pair.words().resumed(setting.tls13())).isEqualTo(resuming && i > 0);
                    }
                }
            }
        }
    }

    private static void assumeGroupsCanBeChosen(HandshakeKind kind) {
        boolean usual = kind.groups().equals(List.of("x25519"));
        assumeTrue(NamedGroups.settable() || usual, "this JDK takes one choice of groups for the whole JVM");
    }

    @Test
    void refusesAHandshakeThatIsAnother() throws Exception {
        ServerIdentity identity = ServerIdentity.with(KeyKind.EC_P256);
        PeerPair pair = PeerPair.of(
                new OtherGroup(), HandshakeKind.TLS13_ECDSA_SECP256R1, false, List.of(identity), BufferKind.HEAP);
        assertThatThrownBy(pair::connect).hasMessageContaining("not the handshake that is measured");
    }

    /** Ours, but with another group than it was told to use. */
    private static final class OtherGroup implements PeerStack {

        private final PeerStack own = new DovetailJsseStack();

        @Override
        public String key() {
            return "other-group";
        }

        @Override
        public String label() {
            return "other group";
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public Optional<String> obstacle(PeerSetting setting) {
            return Optional.empty();
        }

        @Override
        public List<BufferKind> buffers() {
            return own.buffers();
        }

        @Override
        public boolean outsideHeap() {
            return false;
        }

        @Override
        public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
            return own.engines(
                    new PeerSetting(setting.version(), setting.suite(), List.of("x25519"), setting.resuming()),
                    servers);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_AES_128_GCM_SHA256, JDK, 1024",
        "TLS_AES_128_GCM_SHA256, JDK, 262144",
        "TLS_CHACHA20_POLY1305_SHA256, BouncyCastle, 16384"
    })
    void receivesWhatWasSent(String suite, String implementation, int size) {
        OwnRecords state = new OwnRecords();
        state.suite = suite;
        state.implementation = implementation;
        state.size = size;
        state.prepare();
        assertThat(new Records().dovetail(state)).isGreaterThan(size);
        assertThat(state.received()).startsWith(state.data());
    }

    @ParameterizedTest
    @CsvSource({
        "sunjsse, 1024, 0, HEAP",
        "sunjsse, 262144, 0, DIRECT",
        "dovetail-jsse, 262144, 0, HEAP",
        "dovetail-jsse, 16384, 256, DIRECT"
    })
    void thePeerReceivesWhatWasSent(String stack, int size, int message, BufferKind buffers) throws Exception {
        PeerRecords state = new PeerRecords();
        state.suite = "TLS_AES_128_GCM_SHA256";
        state.size = size;
        state.message = message;
        state.stack = stack;
        state.buffers = buffers;
        state.prepare();
        assertThat(new Records().peer(state)).isGreaterThan(size);
        assertThat(state.received()).isEqualTo(state.data());
        state.close();
    }

    @Test
    void receivesManyShortMessagesInOneCall() {
        OwnRecords state = new OwnRecords();
        state.suite = "TLS_AES_128_GCM_SHA256";
        state.implementation = "JDK";
        state.size = 16384;
        state.message = SmallRecords.MESSAGE;
        state.prepare();
        int headersAndTags = 16384 / SmallRecords.MESSAGE * (5 + 1 + 16);
        assertThat(new SmallRecords().dovetail(state)).isEqualTo(16384 + headersAndTags);
        assertThat(state.received()).startsWith(state.data());
    }

    @Test
    void refusesToMeasureACipherThatNobodyHas() {
        OwnRecords state = new OwnRecords();
        state.suite = "TLS_NOBODY_HAS_THIS";
        state.implementation = "JDK";
        state.size = 1024;
        assertThatThrownBy(state::prepare).hasMessageContaining("TLS_NOBODY_HAS_THIS");
    }
}
