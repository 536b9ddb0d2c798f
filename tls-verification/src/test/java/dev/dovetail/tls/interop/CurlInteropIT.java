package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.net.TlsException;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** curl fetches from a server of ours. */
class CurlInteropIT {

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    static Stream<KindCase> kinds() {
        return KindCase.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fetchesAPage(KindCase test) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), Pki.server(test.kind()))
                        .applicationProtocols("http/1.1"));
                Program curl = curl(listener, "--silent", "--http1.1", version(test.version()), limit(test.version()));
                TlsStream stream = Net.accept(listener)) {
            assertThat(request(stream)).startsWith("GET /page HTTP/1.1\r\nHost: " + Pki.SERVER_NAME + ":");
            String body = Net.line(40_000);
            answer(stream, body);

            assertThat(curl.exitCode()).isZero();
            assertThat(curl.output()).isEqualTo(body);
            assertThat(stream.info().version()).isEqualTo(test.version());
            assertThat(stream.info().applicationProtocol()).contains("http/1.1");
            assertThat(stream.info().serverName()).contains(Pki.SERVER_NAME);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sendsAFile(ProtocolVersion version) throws IOException {
        String file = Net.line(1_000_000);
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()));
                Program curl = curl(
                        listener,
                        "--silent",
                        "--http1.1",
                        "--header",
                        "Expect:",
                        "--data-binary",
                        "@" + PemFiles.write("upload", file),
                        limit(version));
                TlsStream stream = Net.accept(listener)) {
            assertThat(request(stream)).startsWith("POST /page HTTP/1.1\r\n").contains("Content-Length: 1000000\r\n");
            boolean same = Net.receive(stream, file.length()).equals(file);
            answer(stream, "thanks");

            assertThat(same).isTrue();
            assertThat(curl.exitCode()).isZero();
            assertThat(curl.output()).isEqualTo("thanks");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void showsItsCertificate(ProtocolVersion version) throws IOException {
        Issued client = Pki.client(KeyKind.EC_P384);
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own())
                        .clientAuthentication(ClientAuthentication.REQUIRED));
                Program curl = curl(
                        listener,
                        "--silent",
                        limit(version),
                        "--cert",
                        PemFiles.chain(client),
                        "--key",
                        PemFiles.key(client));
                TlsStream stream = Net.accept(listener)) {
            request(stream);
            answer(stream, "welcome");

            assertThat(curl.exitCode()).isZero();
            assertThat(curl.output()).isEqualTo("welcome");
            assertThat(stream.info().peerChain()).startsWith(client.certificate());
        }
    }

    @Test
    void prefersHttp2AndTakesWhatWeSpeak() throws IOException {
        try (TlsListener listener =
                        Net.listen(Dovetail.server(Dovetail.selection(), own()).applicationProtocols("http/1.1"));
                Program curl = curl(listener, "--verbose", "--http2");
                TlsStream stream = Net.accept(listener)) {
            request(stream);
            answer(stream, "one");

            assertThat(curl.exitCode()).isZero();
            assertThat(curl.output())
                    .contains("ALPN: offers h2,http/1.1")
                    .contains("SSL connection using TLSv1.3 / "
                            + stream.info().suite().suite().name())
                    .contains("ALPN: server accepted http/1.1")
                    .contains("SSL certificate verify ok");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void refusesAStranger(ProtocolVersion version) throws IOException {
        Issued stranger = Authority.create("Nobody's Root").issue(Request.server(Pki.SERVER_NAME));
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), stranger));
                Program curl = curl(listener, limit(version))) {
            assertThatThrownBy(() -> request(Net.accept(listener)))
                    .isInstanceOfSatisfying(TlsException.class, refusal -> {
                        assertThat(refusal.fault().fault()).isEqualTo(Fault.ALERT_RECEIVED);
                        assertThat(refusal.fault().alert().name()).isEqualTo("unknown_ca");
                    });
            // curl's number for a certificate that it does not trust.
            assertThat(curl.exitCode()).isEqualTo(60);
        }
    }

    @Test
    void isTurnedAwayWithAVersionThatIsOff() throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(ProtocolVersion.TLS_1_3), own()));
                Program curl = curl(listener, limit(ProtocolVersion.TLS_1_2))) {
            assertThatThrownBy(() -> Net.accept(listener))
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            refusal -> assertThat(refusal.fault().fault()).isEqualTo(Fault.NO_COMMON_VERSION));
            // curl's number for a handshake that failed.
            assertThat(curl.exitCode()).isEqualTo(35);
            assertThat(curl.output()).contains("alert protocol version");
        }
    }

    private static Program curl(TlsListener listener, String... options) {
        Program.require("curl", "curl");
        int port = OpenSsl.port(listener);
        List<String> command = new ArrayList<>(List.of("curl", "--disable", "--noproxy", "*", "--max-time", "20"));
        command.addAll(List.of("--resolve", Pki.SERVER_NAME + ":" + port + ":127.0.0.1"));
        command.addAll(List.of("--cacert", PemFiles.root(), "--no-progress-meter"));
        Stream.of(options).flatMap(option -> Stream.of(option.split(" "))).forEach(command::add);
        command.add("https://" + Pki.SERVER_NAME + ":" + port + "/page");
        return Program.start(command);
    }

    private static String version(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? "--tlsv1.3" : "--tlsv1.2";
    }

    private static String limit(ProtocolVersion version) {
        return "--tls-max " + (version.equals(ProtocolVersion.TLS_1_3) ? "1.3" : "1.2");
    }

    private static String request(TlsStream stream) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream input = stream.input();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) throw new AssertionError("curl ended its request early: " + head);
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void answer(TlsStream stream, String body) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n";
        stream.output().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        stream.closeOutput();
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
