package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.net.TlsException;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on a standing connection with OpenSSL, and what can be switched off in it. */
class OpenSslConnectionInteropIT {

    private static final Pattern EXPORTED = Pattern.compile("Keying material: ([0-9A-F]+)");
    private static final String LABEL = "EXPERIMENTAL interop";

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "k"})
    void opensslsServerChangesItsKeysAndWeFollow(String command) throws IOException {
        Witness witness = new Witness();
        try (OpenSslServer server = OpenSslServer.start(own(), "-tls1_3");
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).observer(witness), server.port())) {
            stream.handshake();
            for (int i = 1; i <= 3; i++) {
                // OpenSSL takes all that it reads at once for one command, says nothing about it, and looks at what is
                // typed before it looks at the network: when it has shown what came after, it has read the command.
                server.program().type(command);
                String after = Net.line(30);
                Net.send(stream, after);
                server.program().awaitOutput(after);
                both(server.program(), stream);

                assertThat(witness.messages(Direction.READ, "KeyUpdate")).isEqualTo(i);
                // A large K asks for ours, too.
                assertThat(witness.messages(Direction.WRITE, "KeyUpdate")).isEqualTo(command.equals("K") ? i : 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "k"})
    void opensslsClientChangesItsKeysAndWeFollow(String command) throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener));
                TlsStream stream = Net.accept(listener)) {
            for (int i = 1; i <= 3; i++) {
                client.program().type(command).awaitOutput("KEYUPDATE", i);
                both(client.program(), stream);

                assertThat(witness.messages(Direction.READ, "KeyUpdate")).isEqualTo(i);
                assertThat(witness.messages(Direction.WRITE, "KeyUpdate")).isEqualTo(command.equals("K") ? i : 0);
            }
        }
    }

    @Test
    void weChangeOurKeysAndOpensslFollows() throws IOException {
        Witness witness = new Witness();
        try (OpenSslServer server = OpenSslServer.start(own(), "-tls1_3", OpenSsl.REVERSING);
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).observer(witness), server.port())) {
            for (int i = 1; i <= 3; i++) {
                stream.updateKeys(true);
                OpenSsl.talk(stream);

                assertThat(witness.messages(Direction.READ, "KeyUpdate")).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "R"})
    void ourClientRefusesToRenegotiate(String command) throws IOException {
        Witness witness = new Witness();
        try (OpenSslServer server = OpenSslServer.start(own(), "-tls1_2");
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).observer(witness), server.port())) {
            stream.handshake();
            server.program().type(command);

            // It is OpenSSL's own choice to end the connection then; RFC 5246 7.2.2 allows it.
            endsAfterRefusal(stream, witness);
            server.program().awaitOutput("no renegotiation");
        }
    }

    @Test
    void ourServerRefusesToRenegotiate() throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), "-tls1_2");
                TlsStream stream = Net.accept(listener)) {
            client.program().awaitOutput("Verify return code").type("R");

            endsAfterRefusal(stream, witness);
            client.program().awaitOutput("no renegotiation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA"})
    void withoutEncryptThenMacTheOldOrderIsUsed(String suite) throws IOException {
        Issued own = Pki.server(KeyKind.RSA_2048);
        try (OpenSslServer server = OpenSslServer.start(own, "-tls1_2", "-no_etm", OpenSsl.REVERSING);
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection().suites(suite)), server.port())) {
            OpenSsl.talk(stream);
            assertThat(stream.info().encryptThenMac()).isFalse();
        }
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection().suites(suite), own));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), "-no_etm");
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            assertThat(stream.info().encryptThenMac()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"})
    void withoutExtendedMasterSecretTheOldOneIsUsed(String suite) throws IOException {
        try (OpenSslServer server =
                        OpenSslServer.start(own(), OpenSsl.withoutExtendedMasterSecret(), "-rev", "-tls1_2");
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection().suites(suite)), server.port())) {
            OpenSsl.talk(stream);
            assertThat(stream.info().extendedMasterSecret()).isFalse();
        }
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection().suites(suite), own()));
                OpenSslClient client =
                        OpenSslClient.start(OpenSsl.port(listener), OpenSsl.withoutExtendedMasterSecret());
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            assertThat(stream.info().extendedMasterSecret()).isFalse();
            client.program().awaitOutput("Extended master secret: no");
        }
    }

    @Test
    void extendedMasterSecretCanBeDemanded() throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.withoutExtendedMasterSecret(), "-tls1_2");
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection()).requireExtendedMasterSecret(), server.port())) {
            assertThatThrownBy(stream::handshake)
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal -> assertThat(refusal.fault().fault())
                                    .isEqualTo(Fault.EXTENDED_MASTER_SECRET_MISSING));
            server.program().awaitOutput("alert handshake failure");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslsServerKeepsToTheLengthThatWeAskFor(ProtocolVersion version) throws IOException {
        Witness witness = new Witness();
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(version), OpenSsl.REVERSING);
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection())
                                .maxFragmentLength(512)
                                .observer(witness),
                        server.port())) {
            OpenSsl.talk(stream);

            assertThat(witness.longestPlaintext(Direction.READ)).isEqualTo(512);
            assertThat(witness.longestPlaintext(Direction.WRITE)).isEqualTo(512);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerKeepsToTheLengthThatOpensslAsksFor(ProtocolVersion version) throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                OpenSslClient client =
                        OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version), "-maxfraglen", "1024");
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);

            assertThat(witness.longestPlaintext(Direction.READ)).isEqualTo(1024);
            assertThat(witness.longestPlaintext(Direction.WRITE)).isEqualTo(1024);
        }
    }

    static Stream<String> everySuiteOfAKind() {
        return Stream.of(
                "TLS_AES_256_GCM_SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA");
    }

    @ParameterizedTest
    @MethodSource("everySuiteOfAKind")
    void muchGoesToAndFromOpensslsServer(String suite) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own());
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection().suites(suite)), server.port())) {
            stream.handshake();
            Bulk.exchange(server.program(), stream);
        }
    }

    @ParameterizedTest
    @MethodSource("everySuiteOfAKind")
    void muchGoesToAndFromOpensslsClient(String suite) throws IOException {
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection().suites(suite), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener));
                TlsStream stream = Net.accept(listener)) {
            Bulk.exchange(client.program(), stream);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothDeriveTheSameKeyingMaterial(ProtocolVersion version) throws IOException {
        String[] options = {OpenSsl.option(version), "-keymatexport", LABEL, "-keymatexportlen", "70"};
        try (OpenSslServer server = OpenSslServer.start(own(), options);
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            stream.handshake();
            assertThat(server.program().awaitOutput(EXPORTED).group(1)).isEqualTo(exported(stream));
        }
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), options);
                TlsStream stream = Net.accept(listener)) {
            assertThat(client.program().awaitOutput(EXPORTED).group(1)).isEqualTo(exported(stream));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aKilledServerIsATruncation(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(version), OpenSsl.REVERSING);
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            OpenSsl.talk(stream, 100);
            server.program().kill();

            truncated(stream);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aKilledClientIsATruncation(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 100);
            client.program().kill();

            truncated(stream);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothEndInGoodOrder(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(version), OpenSsl.REVERSING);
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            OpenSsl.talk(stream, 10);
            Net.send(stream, "CLOSE");
            assertThat(stream.input().read()).isNegative();
            assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 10);
            stream.closeOutput();
            // An end without close_notify would be an error to OpenSSL.
            client.program().awaitOutput("\nclosed\n");
            assertThat(client.program().exitCode()).isZero();
            assertThat(stream.input().read()).isNegative();
        }
    }

    @Test
    void opensslMayPadItsRecords() throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), "-tls1_3", "-record_padding", "700", "-rev");
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            OpenSsl.talk(stream);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslMayCutItsMessagesShort(ProtocolVersion version) throws IOException {
        try (OpenSslServer server =
                        OpenSslServer.start(own(), OpenSsl.option(version), "-max_send_frag", "512", "-rev");
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            OpenSsl.talk(stream);
        }
    }

    @Test
    void neitherHasToLookLikeTls12() throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), "-tls1_3", "-no_middlebox", "-rev");
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).withoutCompatibilityMode(), server.port())) {
            OpenSsl.talk(stream);
        }
    }

    private static void both(Program program, TlsStream stream) throws IOException {
        String question = Net.line(5000);
        program.type(question);
        assertThat(Net.receive(stream, question.length() + 1)).isEqualTo(question + "\n");
        String answer = Net.line(5000);
        Net.send(stream, answer);
        program.awaitOutput(answer);
    }

    private static void endsAfterRefusal(TlsStream stream, Witness witness) {
        assertThatThrownBy(() -> stream.input().read()).isInstanceOfSatisfying(TlsException.class, end -> {
            assertThat(end.fault().fault()).isEqualTo(Fault.ALERT_RECEIVED);
            assertThat(end.fault().alert().name()).isEqualTo("handshake_failure");
        });
        assertThat(witness.alerts(Direction.WRITE)).startsWith("no_renegotiation_RESERVED");
    }

    private static void truncated(TlsStream stream) {
        assertThatThrownBy(() -> stream.input().read())
                .isInstanceOfSatisfying(
                        TlsException.class,
                        end -> assertThat(end.fault().fault()).isEqualTo(Fault.TRUNCATED));
        assertThat(stream.ending()).isEqualTo(Ending.TRUNCATED);
    }

    private static String exported(TlsStream stream) {
        try (Secret secret = stream.export(LABEL, null, 70)) {
            return secret.with(HexFormat.of().withUpperCase()::formatHex);
        }
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
