package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions and early data with GnuTLS. */
class GnuTlsResumptionInteropIT {

    /** The option --noticket alone leaves gnutls-cli asking for tickets in TLS 1.2. */
    private static final String NO_TICKETS = GnuTls.priority(ProtocolVersion.TLS_1_2) + ":%NO_TICKETS";

    private static final String RESUMED = "*** This is a resumed session";

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsResumesByATicket(ProtocolVersion version) throws IOException {
        try (House house = new House();
                GnuTlsClient client = client(house, version)) {
            resumes(house, client);
        }
    }

    @Test
    void gnutlsResumesByASessionIdThatIsInOurStore() throws IOException {
        try (House house = new House().keeping();
                GnuTlsClient client = GnuTlsClient.start(house.port(), GnuTls.options(NO_TICKETS, "--resume"))) {
            Visit second = resumes(house, client);
            assertThat(second.info().version()).isEqualTo(ProtocolVersion.TLS_1_2);
            assertThat(house.store().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsIsStillWhoItWas(ProtocolVersion version) throws IOException {
        Issued own = Pki.client(KeyKind.EC_P256);
        try (House house = new House().with(same -> same.clientAuthentication(ClientAuthentication.REQUIRED));
                GnuTlsClient client = client(
                        house, version, "--x509certfile", PemFiles.chain(own), "--x509keyfile", PemFiles.key(own))) {
            assertThat(resumes(house, client).info().peerChain()).startsWith(own.certificate());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsKeepsItsProtocol(ProtocolVersion version) throws IOException {
        try (House house = new House().with(same -> same.applicationProtocols("one", "two"));
                GnuTlsClient client = client(house, version, "--alpn", "two")) {
            assertThat(resumes(house, client).info().applicationProtocol()).contains("two");
        }
    }

    @Test
    void weTakeEarlyDataOfGnutls() throws IOException {
        String early = Net.line(1000);
        try (House house = new House().takingEarlyData();
                GnuTlsClient client = earlyClient(house, early)) {
            Visit first = house.serve(GnuTlsResumptionInteropIT::awaitEnd).full();
            try (Wire wire = house.accept()) {
                wire.awaitEarlyText(early);
                wire.handshake();
                wire.visit().resumes(first);
                client.program().awaitOutput(RESUMED);
                converse(client, wire);
                assertThat(wire.receivedEarly()).isEqualTo(early);
                assertThat(wire.end().info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            }
        }
    }

    @Test
    void weSkipEarlyDataOfGnutlsIfWeTakeNoneAnyMore() throws IOException {
        String early = Net.line(1000);
        try (House house = new House().takingEarlyData();
                GnuTlsClient client = earlyClient(house, early)) {
            Visit first = house.serve(GnuTlsResumptionInteropIT::awaitEnd).full();
            house.keeping();
            try (Wire wire = house.accept()) {
                wire.handshake();
                wire.visit().resumes(first);
                client.program().awaitOutput(RESUMED);
                converse(client, wire);
                assertThat(wire.receivedEarly()).isEmpty();
                assertThat(wire.end().info().earlyData()).isEqualTo(EarlyDataOutcome.REJECTED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void weResumeWithGnutlsByATicket(ProtocolVersion version) throws IOException {
        try (GnuTlsServer server = server(version);
                Regular client = new Regular()) {
            Visit first =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            for (int i = 1; i <= 3; i++) {
                client.visit(server.port(), GnuTlsResumptionInteropIT::echo).resumes(first);
                server.program().awaitOutput(RESUMED, i);
            }
        }
    }

    @Test
    void weResumeWithGnutlsByASessionId() throws IOException {
        try (GnuTlsServer server = GnuTlsServer.start(own(), GnuTls.options(NO_TICKETS, "--noticket"));
                Regular client = new Regular()) {
            Visit first =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            Visit second =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).resumes(first);
            server.program().awaitOutput(RESUMED);
            assertThat(first.witness().messages(Direction.READ, "NewSessionTicket"))
                    .isZero();
            assertThat(second.info().version()).isEqualTo(ProtocolVersion.TLS_1_2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void gnutlsWithOtherKeysMakesAFullHandshake(ProtocolVersion version) throws IOException {
        try (GnuTlsServer server = server(version);
                GnuTlsServer other = server(version);
                Regular client = new Regular()) {
            client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            client.visit(other.port(), GnuTlsResumptionInteropIT::echo).full();
            assertThat(other.program().output()).doesNotContain(RESUMED);
        }
    }

    @Test
    void weResumeWithGnutlsAfterAHelloRetryRequest() throws IOException {
        String[] options = GnuTls.options(GnuTls.priority(ProtocolVersion.TLS_1_3, "secp384r1"));
        try (GnuTlsServer server = GnuTlsServer.start(own(), options);
                Regular client = new Regular()) {
            Visit first =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            Visit second =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).resumes(first);
            assertThat(second.info().helloRetried()).isTrue();
            server.program().awaitOutput(RESUMED);
        }
    }

    @Test
    void gnutlsTakesOurEarlyData() throws IOException {
        try (GnuTlsServer server = server(ProtocolVersion.TLS_1_3, "--earlydata", "--maxearlydata", "16384");
                Regular client = new Regular(same -> same.earlyData(EarlyDataUse.REPORT))) {
            Visit first =
                    client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            for (int i = 1; i <= 2; i++) {
                Visit again = earlyVisit(client, server).resumes(first);
                // It reads early data and neither shows nor echoes them: this is its word.
                assertThat(again.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
                server.program().awaitOutput(RESUMED, i);
            }
        }
    }

    @Test
    void gnutlsWithOtherKeysDoesNotTakeOurEarlyData() throws IOException {
        try (GnuTlsServer server = server(ProtocolVersion.TLS_1_3, "--earlydata", "--maxearlydata", "16384");
                GnuTlsServer other = server(ProtocolVersion.TLS_1_3, "--earlydata", "--maxearlydata", "16384");
                Regular client = new Regular(same -> same.earlyData(EarlyDataUse.REPORT))) {
            client.visit(server.port(), GnuTlsResumptionInteropIT::echo).full();
            Visit second = earlyVisit(client, other).full();
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.REJECTED);
        }
    }

    private static Visit earlyVisit(Regular client, GnuTlsServer server) throws IOException {
        byte[] early = Net.line(1000).getBytes(StandardCharsets.ISO_8859_1);
        try (Wire wire = Wire.to(server.port(), DovetailEnd.client(client.config()))) {
            assertThat(wire.end().writeEarly(early)).isEqualTo(early.length);
            wire.handshake();
            String line = Net.line(500) + "\n";
            wire.send(line);
            wire.awaitText(line);
            return wire.visit();
        }
    }

    /** gnutls-cli says nothing on its first connection, closes it, and comes again. */
    private static Visit resumes(House house, GnuTlsClient client) throws IOException {
        Visit first = house.serve(GnuTlsResumptionInteropIT::awaitEnd).full();
        Visit second = house.serve(stream -> OpenSsl.talk(client.program(), stream, 500))
                .resumes(first);
        client.program().awaitOutput(RESUMED);
        return second;
    }

    private static void awaitEnd(TlsStream stream) throws IOException {
        assertThat(stream.input().read()).isNegative();
    }

    private static void echo(TlsStream stream) throws IOException {
        GnuTls.talk(stream, 500);
    }

    private static void converse(GnuTlsClient client, Wire wire) throws IOException {
        String question = Net.line(200);
        client.program().type(question);
        wire.awaitText(question + "\n");
        String answer = Net.line(300);
        wire.send(answer + "\n");
        client.program().awaitOutput(answer);
    }

    private static GnuTlsClient client(House house, ProtocolVersion version, String... options) {
        Stream<String> waiting =
                version.equals(ProtocolVersion.TLS_1_3) ? Stream.of("--waitresumption") : Stream.empty();
        String[] all = Stream.concat(Stream.concat(Stream.of("--resume"), waiting), Stream.of(options))
                .toArray(String[]::new);
        return GnuTlsClient.start(house.port(), GnuTls.options(GnuTls.priority(version), all));
    }

    private static GnuTlsClient earlyClient(House house, String early) {
        return client(
                house,
                ProtocolVersion.TLS_1_3,
                "--earlydata",
                PemFiles.write("early.txt", early).toString());
    }

    private static GnuTlsServer server(ProtocolVersion version, String... options) {
        return GnuTlsServer.start(own(), GnuTls.options(GnuTls.priority(version), options));
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
