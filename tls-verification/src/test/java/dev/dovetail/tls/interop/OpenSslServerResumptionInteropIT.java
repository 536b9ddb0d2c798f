package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client comes again to OpenSSL's server. */
class OpenSslServerResumptionInteropIT {

    private static final ProtocolVersion TLS12 = ProtocolVersion.TLS_1_2;
    private static final ProtocolVersion TLS13 = ProtocolVersion.TLS_1_3;

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weResumeByATicket(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version));
                Regular client = new Regular()) {
            Visit first = visit(client, server).full();
            Visit second = visit(client, server).resumes(first);
            assertThat(second.info().group().isPresent()).isEqualTo(version.equals(TLS13));
            visit(client, server).resumes(first);
            reused(server, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weResumeWhatTheServerKeepsItself(ProtocolVersion version) throws IOException {
        // In TLS 1.2 by session id, in TLS 1.3 by tickets that are names.
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version), "-no_ticket");
                Regular client = new Regular()) {
            Visit first = visit(client, server).full();
            Visit second = visit(client, server).resumes(first);
            visit(client, server).resumes(first);
            reused(server, 2);
            assertThat(second.witness().messages(Direction.READ, "NewSessionTicket"))
                    .isEqualTo(version.equals(TLS13) ? 1 : 0);
        }
    }

    @Test
    void withoutTicketsAndWithoutACacheThereIsNothingToResume() throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(TLS12), "-no_ticket", "-no_cache");
                Regular client = new Regular()) {
            visit(client, server).full();
            visit(client, server).full();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_RSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_AES_256_GCM_SHA384"
            })
    void weResumeWithEveryKindOfSuite(String suite) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(Pki.server(KeyKind.RSA_2048));
                Regular client = new Regular(Dovetail.selection().suites(suite))) {
            Visit first = visit(client, server).full();
            Visit second = visit(client, server).resumes(first);
            assertThat(second.info().encryptThenMac()).isEqualTo(suite.contains("_CBC_"));
            reused(server, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void eachTicketIsForOneConnection(int tickets) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3", "-num_tickets", String.valueOf(tickets));
                Regular client = new Regular()) {
            Visit first = visit(client, server).full();
            assertThat(client.sessions().size()).isEqualTo(tickets);
            for (int i = 0; i < 2; i++) {
                if (tickets == 0) visit(client, server).full();
                else visit(client, server).resumes(first);
                // OpenSSL gives a new one for each that was used.
                assertThat(client.sessions().size()).isEqualTo(tickets);
            }
            reused(server, tickets == 0 ? 0 : 2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aServerWithOtherKeysMakesAFullHandshake(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version));
                OpenSslServer other = OpenSslServer.resuming(own(), OpenSsl.option(version));
                Regular client = new Regular()) {
            visit(client, server).full();
            Visit first = visit(client, other).full();
            visit(client, other).resumes(first);
        }
    }

    @Test
    void aSessionIsOfNoUseInAnotherVersion() throws IOException {
        try (OpenSslServer old = OpenSslServer.resuming(own(), "-tls1_2");
                OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3");
                Regular client = new Regular()) {
            visit(client, old).full();
            visit(client, server).full();
            visit(client, old).full();
        }
    }

    @Test
    void weResumeAfterAHelloRetryRequest() throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3", "-groups", "P-384");
                Regular client = new Regular()) {
            Visit first = visit(client, server).full();
            assertThat(first.info().helloRetried()).isTrue();
            Visit second = visit(client, server).resumes(first);
            assertThat(second.info().helloRetried()).isTrue();
            reused(server, 1);
        }
    }

    @Test
    void weResumeWithoutAKeyShareIfBothWant() throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3", "-allow_no_dhe_kex");
                Regular client = new Regular(same -> same.pskModes(PskMode.PSK_KE))) {
            Visit first = visit(client, server).full();
            assertThat(visit(client, server).resumes(first).info().group()).isEmpty();
            reused(server, 1);
        }
    }

    @Test
    void ifOnlyWeWantNoKeyShareThereIsAFullHandshake() throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3");
                Regular client = new Regular(same -> same.pskModes(PskMode.PSK_KE))) {
            visit(client, server);
            assertThat(visit(client, server).info().resumed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theServerStillKnowsWhoWeAre(ProtocolVersion version) throws IOException {
        Issued client = Pki.client(KeyKind.EC_P256);
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version), "-Verify", "3");
                Regular regular = new Regular(same -> same.credential(Pki.credential(client)))) {
            Visit first = visit(regular, server).full();
            visit(regular, server).resumes(first);
            reused(server, 1);
            // It prints this from its session, whether a certificate came or not.
            server.program().awaitOutput("subject=CN = " + Pki.CLIENT_NAME, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theProtocolIsKept(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version), "-alpn", "two,one");
                Regular client = new Regular(same -> same.applicationProtocols("one", "two"))) {
            Visit first = visit(client, server).full();
            Visit second = visit(client, server).resumes(first);
            assertThat(second.info().applicationProtocol()).contains("two");
            reused(server, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withOtherProtocolsWeOfferNoOldSession(ProtocolVersion version) throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), OpenSsl.option(version), "-alpn", "one,two");
                Regular client = new Regular(same -> same.applicationProtocols("one", "two"));
                Regular other =
                        new Regular(same -> same.applicationProtocols("two").sessions(client.sessions()))) {
            visit(client, server).full();
            assertThat(visit(other, server).full().info().applicationProtocol()).contains("two");
        }
    }

    @Test
    void withoutExtendedMasterSecretNothingIsKept() throws IOException {
        // RFC 7627 5.4: such a session is not safe to resume.
        try (OpenSslServer server =
                        OpenSslServer.start(own(), OpenSsl.withoutExtendedMasterSecret(), "-naccept", "20", "-tls1_2");
                Regular client = new Regular()) {
            for (int i = 0; i < 2; i++) visit(client, server).full(false);
            assertThat(client.sessions().size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothDeriveTheSameKeyingMaterial(ProtocolVersion version) throws IOException {
        String[] options = {OpenSsl.option(version), "-keymatexport", "EXPERIMENTAL interop", "-keymatexportlen", "70"};
        try (OpenSslServer server = OpenSslServer.resuming(own(), options);
                Regular client = new Regular()) {
            Regular.Talk talk = stream -> {
                OpenSsl.converse(server.program(), stream);
                try (Secret secret = stream.export("EXPERIMENTAL interop", null, 70)) {
                    String ours = secret.with(HexFormat.of().withUpperCase()::formatHex);
                    server.program().awaitOutput("Keying material: " + ours);
                }
            };
            Visit first = client.visit(server.port(), talk).full();
            client.visit(server.port(), talk).resumes(first);
        }
    }

    private static Visit visit(Regular client, OpenSslServer server) throws IOException {
        return client.visit(server.port(), stream -> OpenSsl.converse(server.program(), stream));
    }

    /** The server's own word. */
    private static void reused(OpenSslServer server, int times) {
        if (times > 0) server.program().awaitOutput("Reused session-id", times);
        assertThat(server.program().output().split("Reused session-id", -1)).hasSize(times + 1);
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
