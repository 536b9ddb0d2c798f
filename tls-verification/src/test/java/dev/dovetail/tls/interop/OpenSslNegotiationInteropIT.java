package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.net.TlsException;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups, certificates of clients, names, protocols and versions: what is agreed with OpenSSL. */
class OpenSslNegotiationInteropIT {

    static Stream<String> groupNames() {
        return GroupCase.groups(ProtocolVersion.TLS_1_3);
    }

    static Stream<KindCase> kinds() {
        return KindCase.all();
    }

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("groupNames")
    void opensslAsksOurClientForAnotherGroup(String group) throws IOException {
        GroupCase test = new GroupCase(ProtocolVersion.TLS_1_3, group);
        try (OpenSslServer server = OpenSslServer.start(own(), "-groups", OpenSsl.group(group), OpenSsl.REVERSING);
                TlsStream stream = Net.connect(Dovetail.client(test.withAnotherFirst()), server.port())) {
            OpenSsl.talk(stream, 50);

            agreed(test, stream);
            assertThat(stream.info().helloRetried()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("groupNames")
    void weAskOpensslForAnotherGroup(String group) throws IOException {
        GroupCase test = new GroupCase(ProtocolVersion.TLS_1_3, group);
        String both = OpenSsl.group(GroupCase.other(group)) + ":" + OpenSsl.group(group);
        try (TlsListener listener =
                        Net.listen(Dovetail.server(test.only(), own()).retryCookie());
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), "-groups", both);
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 50);

            agreed(test, stream);
            assertThat(stream.info().helloRetried()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void opensslKnowsOurClient(KindCase test) throws IOException {
        Issued client = Pki.client(test.kind());
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(test.version()), "-Verify", "2");
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection()).credential(Pki.credential(client)), server.port())) {
            String line = Net.line(100);
            Net.send(stream, line);

            server.program().awaitOutput("subject=CN = " + Pki.CLIENT_NAME).awaitOutput(line);
            assertThat(stream.info().ownScheme()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weKnowOpensslsClient(KindCase test) throws IOException {
        Issued own = Pki.client(test.kind());
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own())
                        .clientAuthentication(ClientAuthentication.REQUIRED));
                OpenSslClient client = OpenSslClient.start(
                        OpenSsl.port(listener),
                        OpenSsl.option(test.version()),
                        "-cert",
                        PemFiles.chain(own),
                        "-key",
                        PemFiles.key(own));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 50);

            assertThat(stream.info().peerChain()).startsWith(own.certificate());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslTurnsOurClientAwayWithoutACertificate(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(version), "-Verify", "2");
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            assertThatThrownBy(() -> Net.receive(stream, 1)).isInstanceOfSatisfying(TlsException.class, refusal -> {
                assertThat(refusal.fault().fault()).isEqualTo(Fault.ALERT_RECEIVED);
                assertThat(refusal.fault().alert().name())
                        .isEqualTo(
                                version.equals(ProtocolVersion.TLS_1_3) ? "certificate_required" : "handshake_failure");
            });
            server.program().awaitOutput("peer did not return a certificate");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weTurnOpensslsClientAwayWithoutACertificate(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own())
                        .clientAuthentication(ClientAuthentication.REQUIRED));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version))) {
            boolean tls13 = version.equals(ProtocolVersion.TLS_1_3);
            refusedWith(tls13 ? Fault.CERTIFICATE_MISSING : Fault.CLIENT_CERTIFICATE_REFUSED, listener);
            client.program().awaitOutput(tls13 ? "certificate required" : "handshake failure");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslAndOurClientAgreeOnAProtocol(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own(), OpenSsl.option(version), "-alpn", "spdy/1,http/1.1");
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection()).applicationProtocols("h2", "http/1.1"), server.port())) {
            stream.handshake();

            assertThat(stream.info().applicationProtocol()).contains("http/1.1");
            server.program().awaitOutput("ALPN protocols selected: http/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerAndOpensslAgreeOnAProtocol(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(
                        Dovetail.server(Dovetail.selection(), own()).applicationProtocols("http/1.1", "h2"));
                OpenSslClient client =
                        OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version), "-alpn", "h2,http/1.1");
                TlsStream stream = Net.accept(listener)) {
            assertThat(stream.info().applicationProtocol()).contains("http/1.1");
            client.program().awaitOutput("ALPN protocol: http/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutAProtocolInCommonOurServerEndsIt(ProtocolVersion version) throws IOException {
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).applicationProtocols("h2"));
                OpenSslClient client =
                        OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version), "-alpn", "spdy/1")) {
            refusedWith(Fault.NO_COMMON_APPLICATION_PROTOCOL, listener);
            client.program().awaitOutput("no application protocol");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslChoosesTheCertificateForTheNameThatWeAskFor(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(
                        Pki.other(),
                        OpenSsl.option(version),
                        "-servername",
                        Pki.SERVER_NAME,
                        "-cert2",
                        PemFiles.chain(own()),
                        "-key2",
                        PemFiles.key(own()));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            stream.handshake();

            assertThat(stream.info().peerChain()).startsWith(own().certificate());
            server.program().awaitOutput("Hostname in TLS extension: \"" + Pki.SERVER_NAME + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerChoosesTheCertificateForTheNameThatOpensslAsksFor(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(
                        Dovetail.server(Dovetail.selection(), Pki.other()).credential(Pki.credential(own())));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version));
                TlsStream stream = Net.accept(listener)) {
            assertThat(stream.info().serverName()).contains(Pki.SERVER_NAME);
            client.program().awaitOutput("Verify return code: 0 (ok)");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensslRefusesOurServerWithAnotherName(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), Pki.other()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), OpenSsl.option(version))) {
            assertThatThrownBy(() -> Net.accept(listener))
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal ->
                                    assertThat(refusal.fault().alert().name()).isEqualTo("bad_certificate"));
            assertThat(client.program().exitCode()).isNotZero();
            client.program().awaitOutput("hostname mismatch");
        }
    }

    @Test
    void ourFallbackIsRefusedByAnOpensslThatIsNewer() throws IOException {
        try (OpenSslServer server = OpenSslServer.start(own());
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.only(ProtocolVersion.TLS_1_2)).fallback(), server.port())) {
            assertThatThrownBy(stream::handshake)
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal ->
                                    assertThat(refusal.fault().alert().name()).isEqualTo("inappropriate_fallback"));
            server.program().awaitOutput("inappropriate fallback");
        }
    }

    @Test
    void opensslsFallbackIsRefusedByOurNewerServer() throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), "-tls1_2", "-fallback_scsv")) {
            refusedWith(Fault.FALLBACK_INAPPROPRIATE, listener);
            client.program().awaitOutput("inappropriate fallback");
        }
    }

    @Test
    void withoutAVersionInCommonBothSayWhy() throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(ProtocolVersion.TLS_1_3), own()));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), "-tls1_2")) {
            refusedWith(Fault.NO_COMMON_VERSION, listener);
            client.program().awaitOutput("alert protocol version");
        }
    }

    private static void refusedWith(Fault fault, TlsListener listener) {
        assertThatThrownBy(() -> Net.receive(Net.accept(listener), 1))
                .isInstanceOfSatisfying(
                        TlsException.class,
                        refusal -> assertThat(refusal.fault().fault()).isEqualTo(fault));
    }

    private static void agreed(GroupCase test, TlsStream stream) {
        assertThat(stream.info().version()).isEqualTo(test.version());
        assertThat(stream.info().group()).map(NamedGroup::name).contains(test.group());
    }

    private static Issued own() {
        return Pki.server(KeyKind.RSA_2048);
    }
}
