package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every suite with every kind of certificate that fits it, both ways, against OpenSSL. */
class OpenSslSuitesInteropIT {

    /** Suites of ours that Debian's OpenSSL does not have, for which these tests therefore say nothing. */
    private static final Set<String> NOT_IN_OPENSSL = Set.of();

    private static Map<String, String> names = Map.of();

    @BeforeAll
    static void readNames() {
        names = OpenSsl.suites();
    }

    static Stream<SuiteCase> cases() {
        return SuiteCase.all()
                .filter(test -> !NOT_IN_OPENSSL.contains(test.suite().name()));
    }

    @Test
    void opensslHasEverySuiteExceptThoseThatAreListed() {
        Set<String> missing = new TreeSet<>();
        for (CipherSuite suite : Dovetail.suites()) if (!names.containsKey(suite.name())) missing.add(suite.name());

        assertThat(missing).isEqualTo(NOT_IN_OPENSSL);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourClientTalksToOpenssl(SuiteCase test) throws IOException {
        try (OpenSslServer server = OpenSslServer.start(Pki.server(test.kind()), options(test, OpenSsl.REVERSING));
                TlsStream stream = Net.connect(Dovetail.client(Dovetail.only(test.suite())), server.port())) {
            OpenSsl.talk(stream);

            agreed(test, stream.info());
            // OpenSSL sends the root too.
            assertThat(stream.info().peerChain())
                    .startsWith(Pki.server(test.kind()).certificate());
            server.program().awaitOutput("Protocol version: " + OpenSsl.name(test.version()) + "\n");
            server.program().awaitOutput("Ciphersuite: " + name(test) + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void opensslTalksToOurServer(SuiteCase test) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.only(test.suite()), Pki.server(test.kind())));
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), options(test));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);

            agreed(test, stream.info());
            // The word before is the version that the suite began with, not the one that was agreed on.
            client.program().awaitOutput(", Cipher is " + name(test) + "\n").awaitOutput("Verify return code: 0 (ok)");
        }
    }

    private static void agreed(SuiteCase test, ConnectionInfo info) {
        assertThat(info.version()).isEqualTo(test.version());
        assertThat(info.suite().suite()).isEqualTo(test.suite());
        assertThat(info.extendedMasterSecret()).isTrue();
        // OpenSSL offers and takes it unless told otherwise.
        assertThat(info.encryptThenMac()).isEqualTo(info.suite().cipher() instanceof CbcCipher);
    }

    private static String name(SuiteCase test) {
        return names.get(test.suite().name());
    }

    private static String[] options(SuiteCase test, String... more) {
        return Stream.concat(OpenSsl.options(test.suite(), name(test)).stream(), Stream.of(more))
                .toArray(String[]::new);
    }
}
