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

/** Groups, certificates of clients, protocols and versions: what is agreed with GnuTLS. */
class GnuTlsNegotiationInteropIT {

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
    void gnutlsAsksOurClientForAnotherGroup(String group) throws IOException {
        GroupCase test = new GroupCase(ProtocolVersion.TLS_1_3, group);
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(test.version(), group)));
                TlsStream stream = Net.connect(Dovetail.client(test.withAnotherFirst()), server.port())) {
            GnuTls.talk(stream, 50);

            agreed(test, stream);
            assertThat(stream.info().helloRetried()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("groupNames")
    void weAskGnutlsForAnotherGroup(String group) throws IOException {
        GroupCase test = new GroupCase(ProtocolVersion.TLS_1_3, group);
        String priority = GnuTls.priority(test.version(), GroupCase.other(group), group);
        try (TlsListener listener =
                        Net.listen(Dovetail.server(test.only(), own()).retryCookie());
                GnuTlsClient client =
                        GnuTlsClient.start(OpenSsl.port(listener), GnuTls.options(priority, "--single-key-share"));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 50);

            agreed(test, stream);
            assertThat(stream.info().helloRetried()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gnutlsKnowsOurClient(KindCase test) throws IOException {
        try (GnuTlsServer server = GnuTlsServer.start(
                        own(), GnuTls.options(GnuTls.priority(test.version()), "--require-client-cert"));
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection()).credential(Pki.credential(Pki.client(test.kind()))),
                        server.port())) {
            GnuTls.talk(stream, 50);

            server.program().awaitOutput("Subject: CN=" + Pki.CLIENT_NAME + "\n");
            assertThat(stream.info().ownScheme()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weKnowTheClientOfGnutls(KindCase test) throws IOException {
        Issued own = Pki.client(test.kind());
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own())
                        .clientAuthentication(ClientAuthentication.REQUIRED));
                GnuTlsClient client = GnuTlsClient.start(
                        OpenSsl.port(listener),
                        GnuTls.options(
                                GnuTls.priority(test.version()),
                                "--x509certfile",
                                PemFiles.chain(own),
                                "--x509keyfile",
                                PemFiles.key(own)));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 50);

            assertThat(stream.info().peerChain()).isEqualTo(own.chain());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsTurnsOurClientAwayWithoutACertificate(ProtocolVersion version) throws IOException {
        try (GnuTlsServer server =
                        GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(version), "--require-client-cert"));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), server.port())) {
            assertThatThrownBy(() -> Net.receive(stream, 1))
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal -> assertThat(refusal.fault().fault()).isEqualTo(Fault.ALERT_RECEIVED));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weTurnTheClientOfGnutlsAwayWithoutACertificate(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own())
                        .clientAuthentication(ClientAuthentication.REQUIRED));
                GnuTlsClient client =
                        GnuTlsClient.start(OpenSsl.port(listener), GnuTls.options(GnuTls.priority(version)))) {
            boolean tls13 = version.equals(ProtocolVersion.TLS_1_3);
            refusedWith(tls13 ? Fault.CERTIFICATE_MISSING : Fault.CLIENT_CERTIFICATE_REFUSED, listener);
            client.program().awaitOutput(tls13 ? "Certificate is required" : "Handshake failed");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsAndOurClientAgreeOnAProtocol(ProtocolVersion version) throws IOException {
        try (GnuTlsServer server = GnuTlsServer.start(
                        own(), GnuTls.options(GnuTls.priority(version), "--alpn", "spdy/1", "--alpn", "http/1.1"));
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.selection()).applicationProtocols("h2", "http/1.1"), server.port())) {
            GnuTls.talk(stream, 10);

            assertThat(stream.info().applicationProtocol()).contains("http/1.1");
            server.program().awaitOutput("- Application protocol: http/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourServerAndGnutlsAgreeOnAProtocol(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(
                        Dovetail.server(Dovetail.selection(), own()).applicationProtocols("http/1.1", "h2"));
                GnuTlsClient client = GnuTlsClient.start(
                        OpenSsl.port(listener),
                        GnuTls.options(GnuTls.priority(version), "--alpn", "h2", "--alpn", "http/1.1"));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream, 10);

            assertThat(stream.info().applicationProtocol()).contains("http/1.1");
            assertThat(stream.info().serverName()).contains(Pki.SERVER_NAME);
            client.program().awaitOutput("- Application protocol: http/1.1");
        }
    }

    @Test
    void ourFallbackIsRefusedByAGnutlsThatIsNewer() throws IOException {
        try (GnuTlsServer server = GnuTlsServer.start(own());
                TlsStream stream = Net.connect(
                        Dovetail.client(Dovetail.only(ProtocolVersion.TLS_1_2)).fallback(), server.port())) {
            assertThatThrownBy(stream::handshake)
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal ->
                                    assertThat(refusal.fault().alert().name()).isEqualTo("inappropriate_fallback"));
        }
    }

    @Test
    void theFallbackOfGnutlsIsRefusedByOurNewerServer() throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                GnuTlsClient client = GnuTlsClient.start(
                        OpenSsl.port(listener),
                        GnuTls.options(GnuTls.priority(ProtocolVersion.TLS_1_2) + ":%FALLBACK_SCSV"))) {
            refusedWith(Fault.FALLBACK_INAPPROPRIATE, listener);
            client.program().awaitOutput("Inappropriate fallback");
        }
    }

    @Test
    void gnutlsRefusesOurServerWithAnotherName() throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), Pki.other()));
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener))) {
            assertThatThrownBy(() -> Net.receive(Net.accept(listener), 1)).isInstanceOf(TlsException.class);
            client.program().awaitOutput("The name in the certificate does not match the expected.");
            assertThat(client.program().exitCode()).isNotZero();
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
