package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.KeyKind;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Connections of other stacks are the ones that the tables name: {@link PeerPair} refuses any other. ACCP changes the whole
 * JVM, so it is tried in one of its own; SunJSSE is tried where it is from.
 */
class PeerConnectionsTest {

    private static final List<String> TRIED = List.of("bcjsse", "bcjsse-bc", "conscrypt", "tcnative");

    static Stream<Arguments> kinds() {
        List<Arguments> all = new ArrayList<>();
        for (String key : TRIED) {
            PeerStack stack = PeerStacks.named(key);
            for (HandshakeKind kind : HandshakeKind.values()) {
                for (boolean resuming : List.of(false, true)) {
                    PeerSetting setting = PeerSetting.of(kind, resuming);
                    if (stack.obstacle(setting).isEmpty() && choosable(stack, kind))
                        all.add(Arguments.of(stack, kind, resuming));
                }
            }
        }
        return all.stream();
    }

    /** Before JDK 20 Conscrypt's groups are chosen for the whole JVM: here it is one choice, in measurements each. */
    private static boolean choosable(PeerStack stack, HandshakeKind kind) {
        return NamedGroups.settable()
                || !stack.key().equals("conscrypt")
                || kind.groups().equals(List.of("x25519"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesOnWhatIsMeasured(PeerStack stack, HandshakeKind kind, boolean resuming) throws Exception {
        PeerPair pair = PeerPair.of(stack, kind, resuming);
        for (int i = 0; i < 4; i++) {
            try (PeerConnection connection = pair.connect()) {
                assertThat(connection.suite()).isEqualTo(kind.suite());
                assertThat(pair.words().resumed(kind.version().toString().endsWith("1.3")))
                        .isEqualTo(resuming && i > 0);
            }
        }
    }

    static Stream<PeerStack> stacks() {
        return TRIED.stream().map(PeerStacks::named);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void verifiesTheChain(PeerStack stack) throws Exception {
        ServerIdentity one = ServerIdentity.with(KeyKind.EC_P256);
        ServerIdentity other = ServerIdentity.with(KeyKind.EC_P256);
        ServerIdentity stranger = new ServerIdentity(other.root(), one.privateKey(), one.chain());
        assertRefuses(stack, stranger);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void verifiesTheHost(PeerStack stack) throws Exception {
        assertRefuses(stack, Strangers.otherHost());
    }

    private static void assertRefuses(PeerStack stack, ServerIdentity identity) throws Exception {
        PeerPair pair = PeerPair.of(
                stack,
                HandshakeKind.TLS13_ECDSA_X25519,
                false,
                List.of(identity),
                stack.buffers().get(0));
        assertThatThrownBy(pair::connect).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void meetsOneServerAfterTheOther(PeerStack stack) throws Exception {
        PeerHandshakes state = new PeerHandshakes();
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.stack = stack.key();
        state.servers = 3;
        state.prepare();
        List<X509Certificate> met = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (PeerConnection connection = state.connect()) {
                met.add(connection.serverCertificate());
            }
        }
        assertThat(met.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(met.get(3)).isEqualTo(met.get(0));
    }

    @Test
    void nettyHasNothingToSayAboutSuites() throws Exception {
        List<LogRecord> said = new ArrayList<>();
        Logger logger = Logger.getLogger("io.netty");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        PeerPair.of(PeerStacks.named("tcnative"), HandshakeKind.TLS13_ECDSA_X25519, false);
        logger.removeHandler(handler);
        assertThat(said).isEmpty();
    }

    /** Its list says for each suite of the JDK's what our catalog says too. */
    @Test
    void accpIsNotMeasuredWhereItDoesNothing() throws Exception {
        PeerStack accp = PeerStacks.named("accp");
        List<String> jdks =
                List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
        List<UsableSuite> usable = Plugins.all().usable().stream()
                .filter(suite -> jdks.contains(suite.suite().name()))
                .toList();
        assertThat(usable).anyMatch(PeerConnectionsTest::hasChaCha20).allSatisfy(suite -> {
            boolean alone = accp.obstacle(PeerSetting.of(suite.suite().name()))
                    .filter(reason -> reason.startsWith("ACCP has no ChaCha20"))
                    .isPresent();
            assertThat(alone).isEqualTo(hasChaCha20(suite));
        });
    }

    private static boolean hasChaCha20(UsableSuite suite) {
        return suite.cipher().name().equals("CHACHA20_POLY1305");
    }

    static Stream<Arguments> records() {
        return stacks().flatMap(stack -> stack.buffers().stream()
                .flatMap(kind -> Stream.of(
                                "TLS_AES_128_GCM_SHA256",
                                "TLS_AES_256_GCM_SHA384",
                                "TLS_CHACHA20_POLY1305_SHA256",
                                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")
                        .filter(suite -> stack.obstacle(PeerSetting.of(suite)).isEmpty())
                        .map(suite -> Arguments.of(stack, kind, suite))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void receivesWhatWasSent(PeerStack stack, BufferKind kind, String suite) throws Exception {
        for (int message : new int[] {0, SmallRecords.MESSAGE}) {
            PeerRecords state = new PeerRecords();
            state.stack = stack.key();
            state.buffers = kind;
            state.suite = suite;
            state.size = 1 << 18;
            state.message = message;
            state.prepare();
            assertThat(new Records().peer(state)).isGreaterThan(state.size);
            assertThat(state.received()).isEqualTo(state.data());
            state.close();
        }
    }

    @Test
    void theJdksTlsUsesAccpInAJvmOfItsOwn(@TempDir Path directory) throws Exception {
        ServerIdentity.with(KeyKind.EC_P256).write(directory);
        String said = FreshJvm.runningAmongAll(
                        FirstHandshake.class, "accp", HandshakeKind.TLS13_ECDSA_X25519.name(), directory.toString())
                .run();
        // Newer JVMs warn of native code, whoever loads it.
        assertThat(said.lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING:")))
                .isEmpty();
    }
}
