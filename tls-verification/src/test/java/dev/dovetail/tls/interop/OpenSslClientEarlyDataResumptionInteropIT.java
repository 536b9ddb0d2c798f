package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSL's client sends early data to a server of ours. */
class OpenSslClientEarlyDataResumptionInteropIT {

    private static final String ACCEPTED = "Early data was accepted";
    private static final String REJECTED = "Early data was rejected";

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 16_384, 20_000})
    void weTakeIt(int length) throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            Visit first = ticket.begin(house).full();
            assertThat(first.info().earlyData()).isEqualTo(EarlyDataOutcome.NONE);
            String early = Net.line(length);

            Visit second = accepted(ticket, house, early).resumes(first);

            assertThat(second.witness().messages(Direction.READ, "EndOfEarlyData"))
                    .isEqualTo(1);
        }
    }

    @Test
    void weAnswerItBeforeTheHandshakeIsDone() throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            Visit first = ticket.begin(house).full();
            String early = Net.line(100);
            try (OpenSslClient client = client(ticket, house, early);
                    Wire wire = house.accept()) {
                wire.awaitEarlyText(early);
                assertThat(wire.end().connected()).isFalse();
                String answer = Net.line(100);
                wire.send(answer);
                wire.handshake();
                wire.visit().resumes(first);
                client.program().awaitOutput(ACCEPTED).awaitOutput(answer);
                converse(client, wire);
            }
        }
    }

    @Test
    void aTicketThatIsTheSessionIsTakenWithEachNewHello() throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            Visit first = ticket.begin(house).full();
            accepted(ticket, house, Net.line(100)).resumes(first);
            // Another hello, another binder: nothing was sent again.
            accepted(ticket, house, Net.line(100)).resumes(first);
        }
    }

    @Test
    void theSameBytesAreTakenOnce() throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            ticket.begin(house).full();
            String early = Net.line(100);
            byte[] flight;
            try (OpenSslClient client = client(ticket, house, early);
                    Wire wire = house.accept()) {
                wire.awaitEarlyText(early);
                flight = wire.arrived();
                wire.handshake();
                client.program().awaitOutput(ACCEPTED);
            }

            DovetailEnd again = DovetailEnd.server(house.config());
            again.take(flight);

            assertThat(again.failure()).isEmpty();
            assertThat(again.receivedEarly()).isEmpty();
            assertThat(again.engine().earlyDataOpen()).isFalse();
            assertThat(again.flight()).isNotEmpty();
            again.engine().close();
        }
    }

    @Test
    void aTicketForSingleUseIsTakenOnce() throws IOException {
        try (House house = new House()) {
            house.sessions(how -> how.store(house.store()).earlyData(1000).singleUse());
            OpenSslTicket ticket = ticket();
            Visit first = ticket.begin(house).full();
            accepted(ticket, house, Net.line(100)).resumes(first);
            rejected(ticket, house).full();
        }
    }

    @Test
    void aServerThatTakesNoneAnyMoreSkipsIt() throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            Visit first = ticket.begin(house).full();
            house.keeping();
            rejected(ticket, house).resumes(first);
        }
    }

    @Test
    void aServerWithOtherKeysSkipsIt() throws IOException {
        try (House house = new House().takingEarlyData();
                House other = new House().takingEarlyData()) {
            OpenSslTicket ticket = ticket();
            ticket.begin(house).full();
            rejected(ticket, other).full();
        }
    }

    @Test
    void afterAHelloRetryRequestWeSkipIt() throws IOException {
        try (House house = new House().takingEarlyData()) {
            OpenSslTicket ticket = new OpenSslTicket(ProtocolVersion.TLS_1_3, "-groups", "X25519:P-256");
            Visit first = ticket.begin(house).full();
            house.selecting(Dovetail.selection().groups("secp256r1"));
            Visit second = rejected(ticket, house).resumes(first);
            assertThat(second.info().helloRetried()).isTrue();
        }
    }

    @Test
    void withAnotherSuiteWeSkipIt() throws IOException {
        try (House house =
                new House().takingEarlyData().selecting(Dovetail.selection().suites("TLS_AES_128_GCM_SHA256"))) {
            OpenSslTicket ticket = ticket();
            ticket.begin(house).full();
            house.selecting(Dovetail.selection().suites("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"));
            Visit second = rejected(ticket, house);
            // The hash is the same, so the session goes on.
            assertThat(second.info().resumed()).isTrue();
            assertThat(second.info().suite().suite().name()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
        }
    }

    @Test
    void withAnotherProtocolWeSkipIt() throws IOException {
        try (House house = new House().takingEarlyData().with(same -> same.applicationProtocols("one", "two"))) {
            OpenSslTicket ticket = new OpenSslTicket(ProtocolVersion.TLS_1_3, "-alpn", "one,two");
            Visit first = ticket.begin(house).full();
            assertThat(accepted(ticket, house, Net.line(10))
                            .resumes(first)
                            .info()
                            .applicationProtocol())
                    .contains("one");
            house.with(same -> same.applicationProtocols("two"));
            assertThat(rejected(ticket, house).full().info().applicationProtocol())
                    .contains("two");
        }
    }

    @Test
    void weTakeItWithoutAKeyShare() throws IOException {
        try (House house = new House().takingEarlyData().with(same -> same.pskModes(PskMode.PSK_KE))) {
            OpenSslTicket ticket = new OpenSslTicket(ProtocolVersion.TLS_1_3, "-allow_no_dhe_kex");
            Visit first = ticket.begin(house).full();
            Visit second = accepted(ticket, house, Net.line(100)).resumes(first);
            assertThat(second.info().group()).isEmpty();
        }
    }

    private static Visit accepted(OpenSslTicket ticket, House house, String early) throws IOException {
        try (OpenSslClient client = client(ticket, house, early);
                Wire wire = house.accept()) {
            wire.awaitEarlyText(early);
            wire.handshake();
            client.program().awaitOutput("Reused, TLSv1.3, Cipher is").awaitOutput(ACCEPTED);
            converse(client, wire);
            assertThat(wire.receivedEarly()).isEqualTo(early);
            assertThat(wire.end().info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            return wire.visit();
        }
    }

    private static Visit rejected(OpenSslTicket ticket, House house) throws IOException {
        try (OpenSslClient client = client(ticket, house, Net.line(700));
                Wire wire = house.accept()) {
            wire.handshake();
            String word = wire.end().info().resumed() ? "Reused" : "New";
            client.program().awaitOutput(word + ", TLSv1.3, Cipher is").awaitOutput(REJECTED);
            // It says nothing again of what was lost.
            converse(client, wire);
            assertThat(wire.receivedEarly()).isEmpty();
            assertThat(wire.end().info().earlyData()).isEqualTo(EarlyDataOutcome.REJECTED);
            return wire.visit();
        }
    }

    private static void converse(OpenSslClient client, Wire wire) throws IOException {
        String question = Net.line(200);
        client.program().type(question);
        wire.awaitText(question + "\n");
        String answer = Net.line(300);
        wire.send(answer);
        client.program().awaitOutput(answer);
    }

    private static OpenSslClient client(OpenSslTicket ticket, House house, String early) {
        return ticket.start(
                house, "-early_data", PemFiles.write("early.txt", early).toString());
    }

    private static OpenSslTicket ticket() {
        return new OpenSslTicket(ProtocolVersion.TLS_1_3);
    }
}
