package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketTimeoutTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void losesNothingWhenAReadTakesTooLong(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version).handshake()) {
            SSLSocket own = client == Stack.DOVETAIL ? ends.client() : ends.server();
            SSLSocket peer = client == Stack.DOVETAIL ? ends.server() : ends.client();
            InputStream in = own.getInputStream();
            own.setSoTimeout(20);
            assertThat(own.getSoTimeout()).isEqualTo(20);
            for (int i = 0; i < 3; i++) assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            own.setSoTimeout(0);
            peer.getOutputStream().write(42);
            assertThat(in.read()).isEqualTo(42);
            own.getOutputStream().write(43);
            assertThat(peer.getInputStream().read()).isEqualTo(43);
        }
    }

    @Test
    void losesNothingInTheMiddleOfARecord() throws Exception {
        try (Ends.Plain near = Ends.Plain.connect();
                Ends.Plain far = Ends.Plain.connect()) {
            SSLSocket client = (SSLSocket)
                    Stack.DOVETAIL.context().getSocketFactory().createSocket(near.client(), "localhost", 1, true);
            SSLSocket server =
                    (SSLSocket) Stack.JDK.context().getSocketFactory().createSocket(far.server(), null, true);
            async(() -> near.server().getInputStream().transferTo(far.client().getOutputStream()));
            CompletableFuture<Boolean> serving = async(() -> {
                server.startHandshake();
                server.getOutputStream().write(new byte[1000]);
                server.getOutputStream().flush();
                return true;
            });
            OutputStream wire = near.server().getOutputStream();
            InputStream fromServer = far.client().getInputStream();
            // Byte by byte, each of which the client waits for longer than it wants to.
            client.setSoTimeout(1);
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            int timeouts = 0;
            while (got.size() < 1000) {
                try {
                    byte[] some = new byte[100];
                    int count = client.getInputStream().read(some);
                    assertThat(count).isPositive();
                    got.write(some, 0, count);
                } catch (SocketTimeoutException late) {
                    timeouts++;
                    for (int i = 0; i < 50 && fromServer.available() > 0; i++) wire.write(fromServer.read());
                }
            }
            assertThat(timeouts).isGreaterThan(10);
            assertThat(got.toByteArray()).isEqualTo(new byte[1000]);
            assertThat(get(serving)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void goesOnWithAHandshakeThatTookTooLong(String version) throws Exception {
        try (Ends ends = Ends.connect(version)) {
            ends.client().setSoTimeout(20);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> ends.client().startHandshake()).isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(ends.client().isClosed()).isFalse();
            assertThat(ends.client().getSession().isValid()).isFalse();
            ends.client().setSoTimeout(0);
            ends.handshake();
            assertThat(ends.client().getSession().isValid()).isTrue();
            ends.client().getOutputStream().write(1);
            assertThat(ends.server().getInputStream().read()).isOne();
        }
    }

    @Test
    void closesAHandshakeThatTookTooLong() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            ends.client().setSoTimeout(20);
            assertThatThrownBy(() -> ends.client().startHandshake()).isInstanceOf(SocketTimeoutException.class);
            ends.client().close();
            assertThatThrownBy(() -> ends.server().startHandshake()).hasMessageContaining("Received fatal alert");
        }
    }
}
