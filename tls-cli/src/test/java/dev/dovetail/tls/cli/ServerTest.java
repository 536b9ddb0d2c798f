package dev.dovetail.tls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerTest {

    private static final Selection SELECTION = Selection.modern(Catalog.discover());
    private static final Authority AUTHORITY = Authority.create("the server's test");
    private static final Issued ISSUED = AUTHORITY.issue(Request.server("localhost"));

    @Test
    void answersWithTheFactsAndOnTheSameConnectionAgain() throws Exception {
        try (Running running = new Running(new WebService());
                TlsStream client = running.connect()) {
            for (String path : List.of("/one", "/two")) {
                send(client, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                // The whole answer is one record, so one read with a large array has all of it.
                byte[] record = new byte[1 << 15];
                String answer = new String(record, 0, client.input().read(record), StandardCharsets.UTF_8);
                assertThat(answer)
                        .startsWith("HTTP/1.1 200 OK\r\n")
                        .contains(
                                "request: GET " + path + " HTTP/1.1\n",
                                "version: TLS 1.3\n",
                                "server name: localhost\n")
                        .endsWith("resumed: no\n");
            }
            client.closeOutput();
            assertThat(client.input().read()).isEqualTo(-1);
        }
    }

    @Test
    void answersHeadWithoutABodyAndClosesWhenAsked() throws Exception {
        try (Running running = new Running(new WebService());
                TlsStream client = running.connect()) {
            send(client, "HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
            assertThat(new String(client.input().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("Connection: close\r\n\r\n");
            assertThat(client.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    @Test
    void outlivesPeersOfEveryKind() throws Exception {
        try (Running running = new Running(Service.echo())) {
            try (Socket garbage = running.socket()) {
                garbage.getOutputStream().write(new byte[100_000]);
                assertThat(garbage.getInputStream().readAllBytes()).hasSize(7).startsWith(21);
            }
            try (Socket reset = running.socket()) {
                reset.getOutputStream().write(22);
                reset.setSoLinger(true, 0);
            }
            try (Socket halfOpen = running.socket();
                    TlsStream client = running.connect()) {
                halfOpen.getOutputStream().write(new byte[] {22, 3, 1, 2});
                client.output().write(new byte[70_000]);
                assertThat(client.input().readNBytes(70_000)).hasSize(70_000);
            }
        }
    }

    @Test
    void closesEveryConnectionInOrder() throws Exception {
        Running running = new Running(Service.echo());
        try (TlsStream client = running.connect()) {
            client.output().write(1);
            assertThat(client.input().read()).isEqualTo(1);
            Thread closing = new Thread(running.server::close);
            closing.start();
            assertThat(client.input().read()).isEqualTo(-1);
            client.close();
            closing.join();
        }
        running.close();
        assertThat(running.log.toString(StandardCharsets.UTF_8))
                .contains("connection 1: TLS 1.3 TLS_AES_128_GCM_SHA256")
                .contains("for localhost: closed");
    }

    private static void send(TlsStream stream, String text) throws IOException {
        stream.output().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A server on a free port. */
    private static final class Running implements AutoCloseable {

        private final ByteArrayOutputStream log = new ByteArrayOutputStream();
        private final TlsListener listener;
        private final Server server;
        private final Thread accepting;

        Running(Service service) throws IOException {
            ServerConfig config = ServerConfig.of(SELECTION)
                    .credential(Credential.of(ISSUED.chain(), ISSUED.privateKey()))
                    .build();
            listener = TlsListener.bind(config, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Log lines = new Log(new PrintStream(log, true, StandardCharsets.UTF_8));
            server = new Server(listener, service, lines, Duration.ofSeconds(30), Duration.ofSeconds(30));
            accepting = new Thread(server::serveAll);
            accepting.start();
        }

        Socket socket() throws IOException {
            return new Socket(
                    listener.address().getAddress(), listener.address().getPort());
        }

        TlsStream connect() throws IOException {
            ClientConfig config = ClientConfig.of(SELECTION)
                    .serverName("localhost")
                    .verifier(PkixVerifier.trusting(List.of(AUTHORITY.certificate())))
                    .build();
            return TlsStream.client(config, socket());
        }

        @Override
        public void close() throws InterruptedException {
            server.close();
            accepting.join();
        }
    }
}
