package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every suite with every kind of certificate that fits it, both ways, against GnuTLS. */
class GnuTlsSuitesInteropIT {

    static Stream<SuiteCase> cases() {
        return SuiteCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourClientTalksToGnutls(SuiteCase test) throws IOException {
        try (GnuTlsServer server =
                        GnuTlsServer.start(Pki.server(test.kind()), GnuTls.options(GnuTls.priority(test.suite())));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.only(test.suite())), server.port())) {
            GnuTls.talk(stream);

            agreed(test, stream.info());
            assertThat(stream.info().peerChain())
                    .isEqualTo(Pki.server(test.kind()).chain());
            server.program().awaitOutput("- Cipher: " + GnuTls.cipher(test.suite()) + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gnutlsTalksToOurServer(SuiteCase test) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(test.suite()), Pki.server(test.kind())));
                GnuTlsClient client =
                        GnuTlsClient.start(OpenSsl.port(listener), GnuTls.options(GnuTls.priority(test.suite())));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);

            agreed(test, stream.info());
            client.program()
                    .awaitOutput("(" + GnuTls.cipher(test.suite()) + ")")
                    .awaitOutput("- Status: The certificate is trusted.");
        }
    }

    private static void agreed(SuiteCase test, ConnectionInfo info) {
        assertThat(info.version()).isEqualTo(test.version());
        assertThat(info.suite().suite()).isEqualTo(test.suite());
        assertThat(info.extendedMasterSecret()).isTrue();
        assertThat(info.encryptThenMac()).isEqualTo(info.suite().cipher() instanceof CbcCipher);
    }
}
