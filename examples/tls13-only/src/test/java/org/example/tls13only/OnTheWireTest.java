package org.example.tls13only;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.net.TlsStream;
import dev.dovetail.tls.testkit.Offer;
import dev.dovetail.tls.testkit.WireRecord;
import dev.dovetail.tls.testkit.Wiretap;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The composition seen from outside: what its client offers and what its server takes, by the bytes on a socket. */
class OnTheWireTest {

    private static final int CHACHA20_POLY1305_SHA256 = 0x1303;
    private static final int TLS_1_3 = 0x0304;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;

    private static final Authority AUTHORITY = Authority.create("example root");

    @Test
    void offersOneSuiteAndOneVersion() throws IOException {
        Offer offer = Offer.of(hello());

        assertThat(offer.suites()).containsExactly(CHACHA20_POLY1305_SHA256);
        assertThat(offer.versions()).containsExactly(TLS_1_3);
    }

    @Test
    void theServerAcceptsThatSuite() throws IOException {
        byte[] answer = answer(hello());

        assertThat(WireRecord.contentType(answer)).isEqualTo(HANDSHAKE);
        assertThat(answer[WireRecord.HEADER]).isEqualTo((byte) SERVER_HELLO);
    }

    /** The other suites of TLS 1.3; and for TLS 1.2 those whose parts are here. */
    @ParameterizedTest
    @ValueSource(ints = {0x1301, 0x1302, 0x1304, 0x1305, 0xcca8, 0xcca9})
    void theServerRefusesEveryOther(int suite) throws IOException {
        assertThat(answer(Offer.with(hello(), suite))).isEqualTo(fatal(Alert.HANDSHAKE_FAILURE));
    }

    @Test
    void theServerRefusesAllOthersTogether() throws IOException {
        int[] others = IntStream.range(0x1000, 0x2000)
                .filter(number -> number != CHACHA20_POLY1305_SHA256)
                .toArray();

        assertThat(answer(Offer.with(hello(), others))).isEqualTo(fatal(Alert.HANDSHAKE_FAILURE));
    }

    private static byte[] hello() throws IOException {
        return Wiretap.firstRecordOf(socket -> {
            PkixVerifier trust = PkixVerifier.trusting(List.of(AUTHORITY.certificate()));
            TlsStream.client(Tls13Only.client("localhost", trust), socket).handshake();
        });
    }

    private static byte[] answer(byte[] hello) throws IOException {
        Issued issued = AUTHORITY.issue(Request.server("localhost"));
        Credential credential = Credential.of(issued.chain(), issued.privateKey());
        return Wiretap.answerOf(
                        socket -> TlsStream.server(Tls13Only.server(credential), socket)
                                .handshake(),
                        hello)
                .orElseThrow();
    }

    private static byte[] fatal(Alert alert) {
        return WireRecord.of(21, new byte[] {2, (byte) alert.code()});
    }
}
