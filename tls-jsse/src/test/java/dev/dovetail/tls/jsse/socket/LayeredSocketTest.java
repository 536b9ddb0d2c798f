package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LayeredSocketTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void readsWhatWasConsumedBefore(Stack client, Stack server, String version) throws Exception {
        for (int consumed : new int[] {1, 5, 7, 100}) {
            try (Ends.Plain plain = Ends.Plain.connect()) {
                SSLSocket clientEnd = (SSLSocket)
                        client.context().getSocketFactory().createSocket(plain.client(), "localhost", 443, true);
                clientEnd.setEnabledProtocols(new String[] {version});
                CompletableFuture<Integer> talking = async(() -> {
                    clientEnd.getOutputStream().write(1);
                    return clientEnd.getInputStream().read();
                });
                // As a server does that looks at the first bytes to see what the client speaks.
                InputStream seen =
                        new ByteArrayInputStream(plain.server().getInputStream().readNBytes(consumed));
                SSLSocket serverEnd =
                        (SSLSocket) server.context().getSocketFactory().createSocket(plain.server(), seen, true);
                assertThat(serverEnd.getUseClientMode()).isFalse();
                assertThat(serverEnd.getInputStream().read()).isOne();
                serverEnd.getOutputStream().write(2);
                assertThat(get(talking)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void beginsInTheMiddleOfAPlainConversation(Stack client, Stack server, String version) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            say(plain.client(), "STARTTLS");
            hear(plain.server(), "STARTTLS");
            say(plain.server(), "220 ready");
            hear(plain.client(), "220 ready");
            try (Ends ends = plain.layer(client, server, version, true).handshake()) {
                say(ends.client(), "EHLO");
                hear(ends.server(), "EHLO");
                say(ends.server(), "250");
                hear(ends.client(), "250");
            }
            assertThat(plain.client().isClosed() && plain.server().isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void leavesTheSocketForPlainBytesBehindItsEnd(Stack client, Stack server, String version) throws Exception {
        for (boolean clientFirst : new boolean[] {true, false}) {
            // The JDK does not wait for the peer's close_notify in TLS 1.3, and would take it for plain bytes.
            Stack firstStack = clientFirst ? client : server;
            if (firstStack == Stack.JDK && version.equals(TLS_1_3)) continue;
            try (Ends.Plain plain = Ends.Plain.connect()) {
                Ends ends = plain.layer(client, server, version, false).handshake();
                SSLSocket first = clientFirst ? ends.client() : ends.server();
                SSLSocket second = clientFirst ? ends.server() : ends.client();
                Socket firstPlain = clientFirst ? plain.client() : plain.server();
                Socket secondPlain = clientFirst ? plain.server() : plain.client();
                firstPlain.setSoTimeout(20_000);
                say(first, "tls");
                CompletableFuture<Boolean> closing = async(() -> {
                    first.close();
                    return true;
                });
                hear(second, "tls");
                assertThat(second.getInputStream().read()).isEqualTo(-1);
                second.close();
                // At once, so that it may arrive together with the close_notify.
                say(secondPlain, "plain answer");
                assertThat(get(closing)).isTrue();
                assertThat(first.isClosed() && second.isClosed()).isTrue();
                assertThat(firstPlain.isClosed() || secondPlain.isClosed()).isFalse();
                assertThat(firstPlain.getSoTimeout()).isEqualTo(20_000);
                hear(firstPlain, "plain answer");
                say(firstPlain, "plain");
                hear(secondPlain, "plain");

                // And again, from the start.
                try (Ends anew = plain.layer(client, server, version, true).handshake()) {
                    say(anew.client(), "tls again");
                    hear(anew.server(), "tls again");
                }
            }
        }
    }

    @Test
    void dropsWhatStillComesBeforeThePeersEnd() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            Ends ends =
                    plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, false).handshake();
            OutputStream out = ends.server().getOutputStream();
            CompletableFuture<Boolean> closing = async(() -> {
                ends.client().close();
                return true;
            });
            assertThat(ends.server().getInputStream().read()).isEqualTo(-1);
            out.write(new byte[100_000]);
            ends.server().close();
            say(plain.server(), "plain");
            assertThat(get(closing)).isTrue();
            hear(plain.client(), "plain");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unused", "halfClosed"})
    void leavesTheSocketOpenInOtherStates(String state) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            Ends ends = plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, false);
            if (state.equals("halfClosed")) {
                ends.handshake();
                InputStream in = ends.client().getInputStream();
                InputStream atServer = ends.server().getInputStream();
                ends.client().shutdownOutput();
                ends.server().shutdownOutput();
                assertThat(in.read()).isEqualTo(-1);
                assertThat(atServer.read()).isEqualTo(-1);
            }
            ends.client().close();
            ends.server().close();
            say(plain.client(), "plain");
            hear(plain.server(), "plain");
        }
    }

    @Test
    void closesTheSocketIfThePeerDoesNotAnswer() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            Ends ends =
                    plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, false).handshake();
            InputStream in = ends.client().getInputStream();
            ends.client().setSoTimeout(50);
            ends.client().close();
            assertThat(plain.client().isClosed()).isTrue();
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void closesTheSocketAfterAFault() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            Ends ends =
                    plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, false).handshake();
            say(plain.server(), "not a record");
            plain.server().shutdownOutput();
            assertThatThrownBy(() -> ends.client().getInputStream().read()).isInstanceOf(java.io.IOException.class);
            ends.client().close();
            assertThat(plain.client().isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void runsThroughAnotherTlsConnection(String version) throws Exception {
        for (Stack outer : Stack.values()) {
            try (Ends.Plain plain = Ends.Plain.connect();
                    Ends tunnel = plain.layer(outer, outer, version, true).handshake()) {
                SSLSocketFactory factory = Stack.DOVETAIL.context().getSocketFactory();
                SSLSocket client = (SSLSocket) factory.createSocket(tunnel.client(), "dovetail.example", 443, true);
                SSLSocket server = (SSLSocket) factory.createSocket(tunnel.server(), null, true);
                try (Ends inside = new Ends(client, server).handshake()) {
                    say(inside.client(), "inside");
                    hear(inside.server(), "inside");
                    inside.server().close();
                    assertThat(inside.client().getInputStream().read()).isEqualTo(-1);
                }
                assertThat(tunnel.client().isClosed()).isTrue();
            }
        }
    }

    @Test
    void wantsASocketThatIsConnected() throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.context().getSocketFactory();
        try (Socket unconnected = new Socket()) {
            assertThatThrownBy(() -> factory.createSocket(unconnected, "localhost", 443, true))
                    .isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> factory.createSocket(unconnected, null, true))
                    .isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> factory.createSocket(null, null, true)).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void isConnectedAlready() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect();
                Ends ends = plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, true)) {
            assertThat(ends.client().isConnected() && ends.client().isBound()).isTrue();
            assertThatThrownBy(() -> ends.client().connect(plain.server().getLocalSocketAddress()))
                    .isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().bind(null)).isInstanceOf(SocketException.class);
            assertThat(ends.client().getPort()).isEqualTo(plain.client().getPort());
            assertThat(ends.client().getLocalPort()).isEqualTo(plain.client().getLocalPort());
        }
    }

    private static void say(Socket socket, String words) throws Exception {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static void hear(Socket socket, String words) throws Exception {
        byte[] heard = socket.getInputStream().readNBytes(words.length());
        assertThat(new String(heard, StandardCharsets.US_ASCII)).isEqualTo(words);
    }
}
