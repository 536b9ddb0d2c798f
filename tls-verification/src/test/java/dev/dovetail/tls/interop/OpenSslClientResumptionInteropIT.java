package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSL's client comes again to a server of ours. */
class OpenSslClientResumptionInteropIT {

    private static final ProtocolVersion TLS12 = ProtocolVersion.TLS_1_2;
    private static final ProtocolVersion TLS13 = ProtocolVersion.TLS_1_3;

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itResumesByATicket(ProtocolVersion version) throws IOException {
        try (House house = new House()) {
            OpenSslTicket ticket = new OpenSslTicket(version);
            Visit first = ticket.begin(house).full();
            Visit second = ticket.resume(house).resumes(first);
            assertThat(second.info().group().isPresent()).isEqualTo(version.equals(TLS13));
            // A ticket that is the session can be used again.
            ticket.resume(house).resumes(first);
        }
    }

    @Test
    void itResumesByASessionIdThatIsInOurStore() throws IOException {
        try (House house = new House().keeping()) {
            OpenSslTicket session = new OpenSslTicket(TLS12, "-no_ticket");
            Visit first = session.begin(house).full();
            assertThat(house.store().size()).isEqualTo(1);
            session.resume(house).resumes(first);
            session.resume(house).resumes(first);
            assertThat(house.store().size()).isEqualTo(1);
        }
    }

    @Test
    void withoutAStoreThereIsNoSessionId() throws IOException {
        try (House house = new House()) {
            OpenSslTicket session = new OpenSslTicket(TLS12, "-no_ticket");
            session.begin(house).full(false);
            assertThat(session.isEmpty()).isTrue();
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
    void itResumesWithEveryKindOfSuite(String suite) throws IOException {
        try (House house =
                new House().selecting(Dovetail.selection().suites(suite)).showing(KeyKind.RSA_2048)) {
            ProtocolVersion version = Dovetail.version(Dovetail.suite(suite));
            OpenSslTicket ticket = new OpenSslTicket(version);
            Visit first = ticket.begin(house).full();
            Visit second = ticket.resume(house).resumes(first);
            assertThat(second.info().encryptThenMac()).isEqualTo(suite.contains("_CBC_"));
        }
    }

    @Test
    void itGetsAsManyTicketsAsWeSay() throws IOException {
        try (House house = new House().sessions(how -> how.tickets(4))) {
            OpenSslTicket ticket = new OpenSslTicket(TLS13);
            Visit first = ticket.begin(house).full();
            assertThat(first.witness().messages(Direction.WRITE, "NewSessionTicket"))
                    .isEqualTo(4);
            Visit second = ticket.resume(house).resumes(first);
            // It has used one.
            assertThat(second.witness().messages(Direction.WRITE, "NewSessionTicket"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTicketForSingleUseIsUsedOnce() throws IOException {
        try (House house = new House().keeping()) {
            house.sessions(how -> how.store(house.store()).singleUse());
            OpenSslTicket ticket = new OpenSslTicket(TLS13);
            Visit first = ticket.begin(house).full();
            ticket.resume(house).resumes(first);
            ticket.fail(house).full();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void underOtherKeysItMakesAFullHandshake(ProtocolVersion version) throws IOException {
        try (House house = new House();
                House other = new House()) {
            OpenSslTicket ticket = new OpenSslTicket(version);
            ticket.begin(house).full();
            ticket.fail(other).full();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutSessionsItMakesAFullHandshake(ProtocolVersion version) throws IOException {
        try (House house = new House()) {
            OpenSslTicket ticket = new OpenSslTicket(version);
            ticket.begin(house).full();
            house.with(same -> same.sessions(ServerSessions.none()));
            ticket.fail(house).full(false);
        }
    }

    @Test
    void itResumesAfterAHelloRetryRequest() throws IOException {
        try (House house = new House()) {
            OpenSslTicket ticket = new OpenSslTicket(TLS13, "-groups", "X25519:P-256");
            Visit first = ticket.begin(house).full();
            house.selecting(Dovetail.selection().groups("secp256r1"));
            Visit second = ticket.resume(house).resumes(first);
            assertThat(second.info().helloRetried()).isTrue();
            assertThat(second.info().group().orElseThrow().name()).isEqualTo("secp256r1");
        }
    }

    @Test
    void itResumesWithoutAKeyShareIfWeWantNone() throws IOException {
        try (House house = new House().with(same -> same.pskModes(PskMode.PSK_KE))) {
            OpenSslTicket ticket = new OpenSslTicket(TLS13, "-allow_no_dhe_kex");
            Visit first = ticket.begin(house).full();
            Visit second = ticket.resume(house).resumes(first);
            assertThat(second.info().group()).isEmpty();
        }
    }

    @Test
    void withoutAModeOfOursItGetsNoTickets() throws IOException {
        try (House house = new House().with(same -> same.pskModes(PskMode.PSK_KE))) {
            OpenSslTicket ticket = new OpenSslTicket(TLS13);
            ticket.begin(house).full(false);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itIsStillWhoItWas(ProtocolVersion version) throws IOException {
        Issued own = Pki.client(KeyKind.EC_P256);
        String[] certificate = {"-cert", PemFiles.chain(own), "-key", PemFiles.key(own)};
        try (House house = new House().with(same -> same.clientAuthentication(ClientAuthentication.REQUIRED))) {
            OpenSslTicket ticket = new OpenSslTicket(version, certificate);
            Visit first = ticket.begin(house).full();
            // OpenSSL sends the root too.
            assertThat(first.info().peerChain()).startsWith(own.certificate());
            ticket.resume(house).resumes(first);
            // Who asks for no certificate has another trust, and forgets nobody else's.
            house.with(same -> same);
            assertThat(ticket.fail(house).full().info().peerChain()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itKeepsItsProtocol(ProtocolVersion version) throws IOException {
        try (House house = new House().with(same -> same.applicationProtocols("one", "two"))) {
            OpenSslTicket ticket = new OpenSslTicket(version, "-alpn", "one");
            Visit first = ticket.begin(house).full();
            Visit second = ticket.resume(house).resumes(first);
            assertThat(second.info().applicationProtocol()).contains("one");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withAnotherProtocolItMakesAFullHandshake(ProtocolVersion version) throws IOException {
        try (House house = new House().with(same -> same.applicationProtocols("one", "two"))) {
            OpenSslTicket ticket = new OpenSslTicket(version);
            ticket.begin(house).full();
            Visit second = ticket.fail(house, "-alpn", "two").full();
            assertThat(second.info().applicationProtocol()).contains("two");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aSessionIsForItsHostAlone(ProtocolVersion version) throws IOException {
        try (House house = new House()) {
            OpenSslTicket ticket = new OpenSslTicket(version);
            ticket.begin(house).full();
            ticket.fail(house, "-servername", "localhost").full();
        }
    }

    @Test
    void withoutExtendedMasterSecretItGetsNothing() throws IOException {
        // RFC 7627 5.4: such a session is not safe to resume.
        try (House house = new House().keeping();
                OpenSslClient client = OpenSslClient.start(
                        house.port(), OpenSsl.withoutExtendedMasterSecret(), OpenSsl.option(TLS12))) {
            Visit visit = house.serve(stream -> OpenSsl.converse(client.program(), stream))
                    .full(false);
            assertThat(visit.witness().messages(Direction.WRITE, "NewSessionTicket"))
                    .isZero();
            assertThat(house.store().size()).isZero();
        }
    }
}
