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

/** What happens on a standing connection with GnuTLS, and what can be switched off in it. */
class GnuTlsConnectionInteropIT {

    private static final Pattern EXPORTED = Pattern.compile("- Key material: ([0-9a-f]+)");
    private static final String LABEL = "EXPERIMENTAL interop";

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @Test
    void gnutlsChangesItsKeysAndWeFollow() throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener));
                TlsStream stream = Net.accept(listener)) {
            for (int i = 1; i <= 3; i++) {
                client.program().type("^rekey^").awaitOutput("- Rekey was completed", i);
                OpenSsl.talk(client.program(), stream, 3000);

                assertThat(witness.messages(Direction.READ, "KeyUpdate")).isEqualTo(i);
            }
        }
    }

    @Test
    void weChangeOurKeysAndGnutlsFollows() throws IOException {
        Witness witness = new Witness();
        try (GnuTlsServer server = GnuTlsServer.start(own());
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).observer(witness), server.port())) {
            for (int i = 1; i <= 3; i++) {
                stream.updateKeys(true);
                GnuTls.talk(stream);

                assertThat(witness.messages(Direction.READ, "KeyUpdate")).isEqualTo(i);
            }
        }
    }

    @Test
    void ourServerRefusesToRenegotiate() throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                GnuTlsClient client = GnuTlsClient.start(
                        OpenSsl.port(listener), GnuTls.options(GnuTls.priority(ProtocolVersion.TLS_1_2)));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 100);
            client.program().type("^renegotiate^");

            // gnutls-cli asks again and again, and then gives up, with OpenSSL's server as with ours.
            assertThatThrownBy(() -> stream.input().read()).isInstanceOf(TlsException.class);
            assertThat(witness.alerts(Direction.WRITE)).startsWith("no_renegotiation_RESERVED");
            stream.close();
            client.program()
                    .awaitOutput("Received alert [100]: No renegotiation is allowed")
                    .awaitOutput("*** ReHandshake has failed");
        }
    }

    @Test
    void ourClientRefusesToRenegotiate() throws IOException {
        Witness witness = new Witness();
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(ProtocolVersion.TLS_1_2)));
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection()).observer(witness), server.port())) {
            GnuTls.talk(stream, 100);
            // What gnutls-serv takes for a command to ask for it.
            Net.send(stream, "**REHANDSHAKE**");
            String done = "Successfully executed command\n";
            assertThat(Net.receive(stream, done.length())).isEqualTo(done);

            // It goes away when it reads the refusal.
            truncated(stream);
            assertThat(witness.alerts(Direction.WRITE)).containsExactly("no_renegotiation_RESERVED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA256"})
    void withoutEncryptThenMacTheOldOrderIsUsed(String suite) throws IOException {
        Issued own = Pki.server(KeyKind.RSA_2048);
        String priority = GnuTls.priority(Dovetail.suite(suite)) + ":%NO_ETM";
        try (GnuTlsServer server = GnuTlsServer.start(own, GnuTls.options(priority));
                TlsStream stream =
                        Net.connect(Dovetail.client(Dovetail.selection().suites(suite)), server.port())) {
            GnuTls.talk(stream);
            assertThat(stream.info().encryptThenMac()).isFalse();
        }
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection().suites(suite), own));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener), GnuTls.options(priority));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            assertThat(stream.info().encryptThenMac()).isFalse();
        }
    }

    @Test
    void withoutExtendedMasterSecretTheOldOneIsUsed() throws IOException {
        String priority = GnuTls.priority(ProtocolVersion.TLS_1_2) + ":%NO_SESSION_HASH";
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(priority));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            GnuTls.talk(stream);
            assertThat(stream.info().extendedMasterSecret()).isFalse();
        }
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener), GnuTls.options(priority));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            assertThat(stream.info().extendedMasterSecret()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsKeepsToOurRecordSizeLimit(ProtocolVersion version) throws IOException {
        Witness witness = new Witness();
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(version)));
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection())
                                .recordSizeLimit(600)
                                .observer(witness),
                        server.port())) {
            GnuTls.talk(stream);

            // The limit counts TLS 1.3's content type.
            boolean tls13 = version.equals(ProtocolVersion.TLS_1_3);
            assertThat(witness.longestPlaintext(Direction.READ)).isEqualTo(tls13 ? 599 : 600);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weKeepToTheRecordSizeLimitOfGnutls(ProtocolVersion version) throws IOException {
        Witness witness = new Witness();
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).observer(witness));
                GnuTlsClient client = GnuTlsClient.start(
                        OpenSsl.port(listener), GnuTls.options(GnuTls.priority(version), "--recordsize", "512"));
                TlsStream stream = Net.accept(listener)) {
            // gnutls-cli loses what does not fit one record.
            OpenSsl.talk(client.program(), stream, 500);
            String answer = Net.line(5000);
            Net.send(stream, answer);
            client.program().awaitOutput(answer);

            assertThat(witness.longestPlaintext(Direction.WRITE)).isBetween(511, 512);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothDeriveTheSameKeyingMaterial(ProtocolVersion version) throws IOException {
        String[] options =
                GnuTls.options(GnuTls.priority(version), "--keymatexport", LABEL, "--keymatexportsize", "70");
        try (GnuTlsServer server = GnuTlsServer.start(own(), options);
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            GnuTls.talk(stream, 10);
            assertThat(server.program().awaitOutput(EXPORTED).group(1)).isEqualTo(exported(stream));
        }
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener), options);
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 10);
            assertThat(client.program().awaitOutput(EXPORTED).group(1)).isEqualTo(exported(stream));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void muchGoesToAndFromGnutls(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(version), own()));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener));
                TlsStream stream = Net.accept(listener)) {
            Bulk.exchange(client.program(), stream);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothEndInGoodOrder(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(version), own()));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 10);
            client.program().endInput();
            assertThat(stream.input().read()).isNegative();
            assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            stream.close();
            assertThat(client.program().exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aKilledServerIsATruncation(ProtocolVersion version) throws IOException {
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(version)));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            GnuTls.talk(stream, 100);
            server.program().kill();

            truncated(stream);
        }
    }

    private static void truncated(TlsStream stream) {
        assertThatThrownBy(() -> stream.input().read())
                .isInstanceOfSatisfying(
                        TlsException.class,
                        end -> assertThat(end.fault().fault()).isEqualTo(Fault.TRUNCATED));
    }

    private static String exported(TlsStream stream) {
        try (Secret secret = stream.export(LABEL, null, 70)) {
            return secret.with(HexFormat.of()::formatHex);
        }
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
