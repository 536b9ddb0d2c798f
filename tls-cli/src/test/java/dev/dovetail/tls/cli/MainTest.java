package dev.dovetail.tls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "conect",
                "connect",
                "connect host:99999",
                "serve --port 70000",
                "serve --tls 1.1",
                "serve --min 1.3 --max 1.2",
                "serve --suites TLS_MISSPELLED",
                "serve --groups x25520",
                "serve --client-auth require",
                "serve --cert a.pem",
                "serve --echo --www",
                "connect localhost:1 --suites TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
                "connect localhost:1 --read-timeout soon"
            })
    void wrongUsageIsTwo(String line) {
        assertThat(Main.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    }

    @Test
    void failureIsOne() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        assertThat(Main.run("connect", "localhost:" + port)).isEqualTo(1);
        assertThat(Main.run("connect", "localhost:" + port, "--cafile", "/no/such/file"))
                .isEqualTo(1);
    }

    @Test
    void messagesCannotSteerATerminal() {
        assertThat(Messages.plain("a\u001b[31mb\r\nc\u202e\u0085")).isEqualTo("a?[31mb?\nc??");
    }
}
