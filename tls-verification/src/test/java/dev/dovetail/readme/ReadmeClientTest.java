package dev.dovetail.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The program of the README, run. */
class ReadmeClientTest {

    @Test
    void theProgramOfTheReadmeTalksToAServer() throws Exception {
        Authority authority = Authority.create("README root");
        Issued issued = authority.issue(Request.server("localhost"));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> echoOnce(listener, issued));
            try (Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
                assertThat(ask(socket, PkixVerifier.trusting(List.of(authority.certificate()))))
                        .isEqualTo("hello");
            }
            server.join();
        }
    }

    private static String ask(Socket socket, PeerVerifier trust) throws IOException {
        Selection selection = Selection.modern(Catalog.discover());
        ClientConfig config = ClientConfig.of(selection)
                .serverName("localhost")
                .verifier(trust)
                .build();
        try (TlsStream connection = TlsStream.client(config, socket)) {
            connection.output().write("hello".getBytes(UTF_8));
            connection.closeOutput();
            return new String(connection.input().readAllBytes(), UTF_8);
        }
    }

    private static void echoOnce(ServerSocket listener, Issued issued) {
        ServerConfig config = ServerConfig.of(Selection.modern(Catalog.discover()))
                .credential(Credential.of(issued.chain(), issued.privateKey()))
                .build();
        try (Socket socket = listener.accept();
                TlsStream connection = TlsStream.server(config, socket)) {
            connection.output().write(connection.input().readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
