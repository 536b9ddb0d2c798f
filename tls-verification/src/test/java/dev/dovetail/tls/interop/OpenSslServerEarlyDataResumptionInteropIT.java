package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client sends early data to OpenSSL's server. */
class OpenSslServerEarlyDataResumptionInteropIT {

    private static final int RECORD = 1 << 14;
    private static final String RECEIVED = "Early data received:";
    private static final String END = "End of early data";
    private static final String REJECTED = "Early data was rejected";

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 16_384, 16_385, 40_000})
    void itIsTaken(int length) throws IOException {
        try (OpenSslServer server = server("-max_early_data", "40000", "-recv_max_early_data", "40000");
                Regular client = client(EarlyDataUse.REPORT)) {
            Visit first = visit(client, server).full();
            assertThat(first.info().earlyData()).isEqualTo(EarlyDataOutcome.NONE);
            String early = Net.line(length);
            Visit second = visit(client, server, early).resumes(first);

            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            received(server, early);
            assertThat(second.witness().messages(Direction.WRITE, "EndOfEarlyData"))
                    .isEqualTo(1);
        }
    }

    @Test
    void itIsTakenTwiceInARowWithTwoTickets() throws IOException {
        try (OpenSslServer server = server();
                Regular client = client(EarlyDataUse.REPORT)) {
            Visit first = visit(client, server).full();
            for (int i = 0; i < 2; i++) {
                String early = Net.line(100);
                Visit again = visit(client, server, early).resumes(first);
                assertThat(again.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
                received(server, early);
            }
        }
    }

    @Test
    void noneIsSentBeyondWhatTheTicketAllows() throws IOException {
        try (OpenSslServer server = server("-max_early_data", "100");
                Regular client = client(EarlyDataUse.REPORT)) {
            visit(client, server).full();
            try (Wire wire = Wire.to(server.port(), DovetailEnd.client(client.config()))) {
                assertThat(wire.end().engine().earlyDataRoom()).isEqualTo(100);
                String tooMuch = Net.line(101);
                assertThat(wire.end().writeEarly(bytes(tooMuch))).isEqualTo(100);
                assertThat(wire.end().engine().earlyDataRoom()).isZero();
                wire.handshake();
                assertThat(wire.end().info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
                received(server, tooMuch.substring(0, 100));
                assertThat(server.program().output()).doesNotContain(tooMuch);
            }
        }
    }

    @Test
    void aTicketThatAllowsNoneGivesNoRoom() throws IOException {
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3");
                Regular client = client(EarlyDataUse.REPORT)) {
            Visit first = visit(client, server).full();
            Visit second = visit(client, server).resumes(first);
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"REPORT,-no_ticket", "REPORT,-anti_replay", "RESEND,-no_anti_replay"})
    void itIsTakenHoweverTheServerKeepsItsSessions(EarlyDataUse use, String option) throws IOException {
        try (OpenSslServer server = server(option);
                Regular client = client(use)) {
            Visit first = visit(client, server).full();
            String early = Net.line(2000);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            received(server, early);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EarlyDataUse.class,
            names = {"REPORT", "RESEND"})
    void aServerWithOtherKeysRejectsIt(EarlyDataUse use) throws IOException {
        try (OpenSslServer server = server();
                OpenSslServer other = server();
                Regular client = client(use)) {
            visit(client, server).full();
            String early = Net.line(3000);
            Visit second = visit(client, other, early).full();
            rejected(second, use, early, other);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EarlyDataUse.class,
            names = {"REPORT", "RESEND"})
    void afterAHelloRetryRequestItIsRejected(EarlyDataUse use) throws IOException {
        try (OpenSslServer server = server("-no_anti_replay", "-groups", "P-384");
                Regular client = client(use)) {
            Visit first = visit(client, server).full();
            String early = Net.line(16_000);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().helloRetried()).isTrue();
            rejected(second, use, early, server);
        }
    }

    @Test
    void aServerMayForgetTheTicketByTheSecondHello() throws IOException {
        // OpenSSL takes a ticket out of its cache at the first hello, and finds it no more at the second.
        try (OpenSslServer server = server("-anti_replay", "-groups", "P-384");
                Regular client = client(EarlyDataUse.RESEND)) {
            visit(client, server).full();
            String early = Net.line(1000);
            Visit second = visit(client, server, early).full();
            assertThat(second.info().helloRetried()).isTrue();
            rejected(second, EarlyDataUse.RESEND, early, server);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EarlyDataUse.class,
            names = {"REPORT", "RESEND"})
    void aServerThatReadsNoneSkipsIt(EarlyDataUse use) throws IOException {
        // It allows early data in its tickets, and then does not ask for it.
        try (OpenSslServer server = OpenSslServer.resuming(own(), "-tls1_3", "-max_early_data", "16384");
                Regular client = client(use)) {
            Visit first = visit(client, server).full();
            String early = Net.line(500);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().earlyData()).isEqualTo(outcome(use));
            if (use == EarlyDataUse.RESEND) server.program().awaitOutput(early);
            else assertThat(server.program().output()).doesNotContain(early);
        }
    }

    @Test
    void itIsTakenWithoutAKeyShare() throws IOException {
        try (OpenSslServer server = server("-allow_no_dhe_kex");
                Regular client =
                        new Regular(same -> same.earlyData(EarlyDataUse.REPORT).pskModes(PskMode.PSK_KE))) {
            Visit first = visit(client, server).full();
            String early = Net.line(300);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().group()).isEmpty();
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            received(server, early);
        }
    }

    @Test
    void itIsTakenForTheProtocolOfTheSession() throws IOException {
        try (OpenSslServer server = server("-alpn", "two,one");
                Regular client =
                        new Regular(same -> same.earlyData(EarlyDataUse.REPORT).applicationProtocols("one", "two"))) {
            Visit first = visit(client, server).full();
            String early = Net.line(300);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().applicationProtocol()).contains("two");
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            received(server, early);
        }
    }

    @Test
    void itIsTakenWithOurCertificateOfBefore() throws IOException {
        Issued shown = Pki.client(KeyKind.EC_P256);
        try (OpenSslServer server = server("-Verify", "3");
                Regular client =
                        new Regular(same -> same.earlyData(EarlyDataUse.REPORT).credential(Pki.credential(shown)))) {
            Visit first = visit(client, server).full();
            String early = Net.line(300);
            Visit second = visit(client, server, early).resumes(first);
            assertThat(second.info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            received(server, early);
        }
    }

    /** The server shows each record, and says somewhere what it is. */
    private static void received(OpenSslServer server, String early) {
        server.program().awaitOutput(RECEIVED).awaitOutput(END);
        for (int start = 0; start < early.length(); start += RECORD) {
            server.program().awaitOutput(early.substring(start, Math.min(start + RECORD, early.length())));
        }
    }

    private static void rejected(Visit visit, EarlyDataUse use, String early, OpenSslServer server) {
        assertThat(visit.info().earlyData()).isEqualTo(outcome(use));
        server.program().awaitOutput(REJECTED);
        // What is sent again is data as any other.
        if (use == EarlyDataUse.RESEND) server.program().awaitOutput(early);
        else assertThat(server.program().output()).doesNotContain(early);
        assertThat(server.program().output()).doesNotContain(RECEIVED);
    }

    private static EarlyDataOutcome outcome(EarlyDataUse use) {
        return use == EarlyDataUse.RESEND ? EarlyDataOutcome.RESENT : EarlyDataOutcome.REJECTED;
    }

    private static Visit visit(Regular client, OpenSslServer server) throws IOException {
        return client.visit(server.port(), stream -> OpenSsl.converse(server.program(), stream));
    }

    /** Sends early data, and then talks as ever. */
    private static Visit visit(Regular client, OpenSslServer server, String early) throws IOException {
        try (Wire wire = Wire.to(server.port(), DovetailEnd.client(client.config()))) {
            assertThat(wire.end().writeEarly(bytes(early))).isEqualTo(early.length());
            wire.handshake();
            String question = Net.line(100);
            server.program().type(question);
            wire.awaitText(question + "\n");
            String answer = Net.line(100);
            wire.send(answer);
            server.program().awaitOutput(answer);
            return wire.visit();
        }
    }

    private static Regular client(EarlyDataUse use) {
        return new Regular(same -> same.earlyData(use));
    }

    private static OpenSslServer server(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "-tls1_3";
        all[1] = "-early_data";
        System.arraycopy(options, 0, all, 2, options.length);
        return OpenSslServer.resuming(own(), all);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
