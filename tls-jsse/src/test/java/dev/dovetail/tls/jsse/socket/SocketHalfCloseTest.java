package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketHalfCloseTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void readsOnBehindItsOwnEndInTls13(Stack client, Stack server, String version) throws Exception {
        if (version.equals(TLS_1_2)) return;
        for (boolean clientFirst : new boolean[] {true, false}) {
            try (Ends ends = Ends.connect(client, server, version).handshake()) {
                SSLSocket first = clientFirst ? ends.client() : ends.server();
                SSLSocket second = clientFirst ? ends.server() : ends.client();
                InputStream in = first.getInputStream();
                OutputStream out = second.getOutputStream();
                first.getOutputStream().write(new byte[] {1, 2});
                first.shutdownOutput();
                assertThat(first.isOutputShutdown()).isTrue();
                assertThat(first.isClosed()).isFalse();

                assertThat(second.getInputStream().readAllBytes()).containsExactly(1, 2);
                out.write(new byte[50_000]);
                assertThat(in.readNBytes(50_000)).hasSize(50_000);
                second.shutdownOutput();
                assertThat(in.read()).isEqualTo(-1);
                assertThatThrownBy(() -> first.getOutputStream()).isInstanceOf(SocketException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void answersThePeersEndAtOnceInTls12(Stack client, Stack server, String version) throws Exception {
        if (version.equals(TLS_1_3)) return;
        for (boolean clientFirst : new boolean[] {true, false}) {
            try (Ends ends = Ends.connect(client, server, version).handshake()) {
                SSLSocket first = clientFirst ? ends.client() : ends.server();
                SSLSocket second = clientFirst ? ends.server() : ends.client();
                OutputStream out = second.getOutputStream();
                InputStream in = first.getInputStream();
                first.shutdownOutput();
                assertThat(second.getInputStream().read()).isEqualTo(-1);
                assertThat(second.isOutputShutdown()).isTrue();
                assertThat(in.read()).isEqualTo(-1);
                assertThatThrownBy(() -> out.write(1)).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void answersThePeersEndInTls13IfToldSo() throws Exception {
        TlsContext context = Settings.with(Map.of("closeAcknowledged", true));
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client =
                    (SSLSocket) new DovetailSocketFactory(context).createSocket(plain.client(), "localhost", 1, true);
            SSLSocket server =
                    (SSLSocket) Stack.DOVETAIL.context().getSocketFactory().createSocket(plain.server(), null, true);
            new Ends(client, server).handshake();
            InputStream in = server.getInputStream();
            server.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(client.isOutputShutdown()).isTrue();
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void saysThatDataMayBeMissingWhenReadingEndsEarly(String version) throws Exception {
        try (Ends ends = Ends.connect(version).handshake()) {
            InputStream in = ends.client().getInputStream();
            assertThatThrownBy(() -> ends.client().shutdownInput()).isInstanceOf(SSLException.class);
            assertThat(ends.client().isInputShutdown()).isTrue();
            assertThatCode(() -> ends.client().shutdownInput()).doesNotThrowAnyException();
            assertThat(in.read()).isEqualTo(-1);
            assertThatThrownBy(() -> ends.client().getInputStream()).isInstanceOf(SocketException.class);

            // Our side goes on.
            ends.client().getOutputStream().write(7);
            assertThat(ends.server().getInputStream().read()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void endsReadingQuietlyBehindThePeersEnd(String version) throws Exception {
        try (Ends ends = Ends.connect(version).handshake()) {
            InputStream in = ends.client().getInputStream();
            ends.server().shutdownOutput();
            assertThat(in.read()).isEqualTo(-1);
            assertThatCode(() -> ends.client().shutdownInput()).doesNotThrowAnyException();
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void endsAReadThatWaits() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3).handshake()) {
            InputStream in = ends.client().getInputStream();
            CompletableFuture<Integer> reader = async(in::read);
            assertThatThrownBy(() -> ends.client().shutdownInput()).isInstanceOf(SSLException.class);
            assertThat(get(reader)).isEqualTo(-1);
            ends.client().getOutputStream().write(7);
            assertThat(ends.server().getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void beginsNoHandshakeBehindAnEnd() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            InputStream in = ends.client().getInputStream();
            OutputStream out = ends.client().getOutputStream();
            ends.client().shutdownInput();
            ends.client().shutdownOutput();
            assertThat(in.read()).isEqualTo(-1);
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().startHandshake()).isInstanceOf(SocketException.class);
            assertThat(ends.client().getSession().isValid()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void tellsTruncation(Stack server) throws Exception {
        for (String version : new String[] {TLS_1_2, TLS_1_3}) {
            try (Ends.Plain plain = Ends.Plain.connect();
                    Ends ends =
                            plain.layer(Stack.DOVETAIL, server, version, true).handshake()) {
                ends.server().getOutputStream().write(new byte[50_000]);
                plain.server().shutdownOutput();
                InputStream in = ends.client().getInputStream();
                assertThat(in.readNBytes(50_000)).hasSize(50_000);
                for (int again = 0; again < 2; again++) {
                    assertThatThrownBy(in::read)
                            .isInstanceOf(SSLException.class)
                            .hasMessageContaining("data may be missing");
                }
                assertThat(ends.client().isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void takesTruncationForTheEndIfToldSo(String version) throws Exception {
        TlsContext context = Settings.with(Map.of("truncationReported", false));
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client =
                    (SSLSocket) new DovetailSocketFactory(context).createSocket(plain.client(), "localhost", 1, true);
            SSLSocket server =
                    (SSLSocket) Stack.DOVETAIL.context().getSocketFactory().createSocket(plain.server(), null, true);
            client.setEnabledProtocols(new String[] {version});
            new Ends(client, server).handshake();
            server.getOutputStream().write(new byte[] {1, 2, 3});
            plain.server().shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            // Only the peer's side has ended.
            client.getOutputStream().write(4);
            assertThat(server.getInputStream().read()).isEqualTo(4);
        }
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client =
                    (SSLSocket) new DovetailSocketFactory(context).createSocket(plain.client(), "localhost", 1, true);
            plain.server().shutdownOutput();
            assertThat(catchThrowable(client::startHandshake)).hasMessageContaining("terminated the handshake");
        }
    }

    @Test
    void tellsAResetAsWhatItIs() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect();
                Ends ends = plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, true)
                        .handshake()) {
            plain.server().setSoLinger(true, 0);
            plain.server().close();
            assertThatThrownBy(() -> ends.client().getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }
}
