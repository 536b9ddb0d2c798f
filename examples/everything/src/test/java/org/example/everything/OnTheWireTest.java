package org.example.everything;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.net.TlsStream;
import dev.dovetail.tls.testkit.Offer;
import dev.dovetail.tls.testkit.WireRecord;
import dev.dovetail.tls.testkit.Wiretap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The composition seen from outside: what its client offers and what its server takes, by the bytes on a socket. */
class OnTheWireTest {

    private static final Map<Integer, String> SUITES = suites();
    private static final Authority AUTHORITY = Authority.create("example root");
    private static final List<Credential> CREDENTIALS = Stream.of(KeyKind.EC_P256, KeyKind.RSA_2048, KeyKind.DSA_2048)
            .map(kind -> AUTHORITY.issue(Request.server("localhost").key(kind)))
            .map((Issued issued) -> Credential.of(issued.chain(), issued.privateKey()))
            .toList();

    @Test
    void offersEverySuiteThatThereIs() throws IOException {
        assertThat(SUITES).hasSize(234);
        assertThat(Offer.of(hello()).suites())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SUITES.keySet());
    }

    @Test
    void offersBothVersions() throws IOException {
        assertThat(Offer.of(hello()).versions()).containsExactly(0x0304, 0x0303);
    }

    /** All suites at once are refused if they are all others: 20,000 numbers, many of them never assigned. */
    @Test
    void theServerRefusesAllOthers() throws IOException {
        for (int start : List.of(0x0000, 0x1000, 0xc000, 0xd000, 0xf000)) {
            int[] others = IntStream.range(start, start + 0x1000)
                    .filter(number -> !SUITES.containsKey(number))
                    .toArray();

            assertThat(answer(Offer.with(hello(), others)))
                    .as("from %04x", start)
                    .isEqualTo(WireRecord.of(21, new byte[] {2, (byte) Alert.HANDSHAKE_FAILURE.code()}));
        }
    }

    private static byte[] hello() throws IOException {
        try (PreSharedKey key = key()) {
            PkixVerifier trust = PkixVerifier.trusting(List.of(AUTHORITY.certificate()));
            return Wiretap.firstRecordOf(socket -> TlsStream.client(Everything.client("localhost", trust, key), socket)
                    .handshake());
        }
    }

    private static byte[] answer(byte[] hello) throws IOException {
        try (PreSharedKey key = key()) {
            return Wiretap.answerOf(
                            socket -> TlsStream.server(Everything.server(CREDENTIALS, key), socket)
                                    .handshake(),
                            hello)
                    .orElseThrow();
        }
    }

    private static PreSharedKey key() {
        return PreSharedKey.of("anybody", new byte[16]);
    }

    private static Map<Integer, String> suites() {
        try (InputStream in = OnTheWireTest.class.getResourceAsStream("suites.txt")) {
            Map<Integer, String> suites = new TreeMap<>();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(cells -> suites.put(Integer.decode(cells[0]), cells[1]));
            return suites;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
