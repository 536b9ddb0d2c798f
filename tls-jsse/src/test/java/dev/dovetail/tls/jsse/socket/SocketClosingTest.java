package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketClosingTest {

    private static final int MEGABYTES = 6 << 20;

    @Test
    void closesBeforeItIsConnected() throws Exception {
        SSLSocket socket = unconnected();
        assertThat(socket.isClosed()).isFalse();
        socket.close();
        socket.close();
        assertThat(socket.isClosed()).isTrue();
        try (ServerSocket listener = new ServerSocket(0, 5, Ends.HERE)) {
            assertThatThrownBy(() -> socket.connect(listener.getLocalSocketAddress()))
                    .isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(socket::getInputStream).isInstanceOf(SocketException.class);
        assertThatThrownBy(socket::getOutputStream).isInstanceOf(SocketException.class);
        assertThatThrownBy(socket::shutdownOutput).isInstanceOf(SocketException.class);
    }

    @Test
    void closesBeforeTheHandshakeWithoutAWord() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client = client(plain);
            client.close();
            assertThat(plain.server().getInputStream().read()).isEqualTo(-1);
            assertThat(plain.client().isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void endsInOrder(Stack client, Stack server, String version) throws Exception {
        for (boolean clientFirst : new boolean[] {true, false}) {
            try (Ends ends = Ends.connect(client, server, version).handshake()) {
                SSLSocket first = clientFirst ? ends.client() : ends.server();
                SSLSocket second = clientFirst ? ends.server() : ends.client();
                first.getOutputStream().write(new byte[] {1, 2, 3});
                first.close();
                InputStream in = second.getInputStream();
                assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
                assertThat(in.read()).isEqualTo(-1);
                second.close();
                assertThat(first.isClosed() && second.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void closingEitherStreamClosesTheSocket(String version) throws Exception {
        for (boolean input : new boolean[] {true, false}) {
            try (Ends ends = Ends.connect(version).handshake()) {
                if (input) ends.client().getInputStream().close();
                else ends.client().getOutputStream().close();
                assertThat(ends.client().isClosed()).isTrue();
                assertThat(ends.server().getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void refusesEverythingWhenItIsClosed() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3).handshake()) {
            InputStream in = ends.client().getInputStream();
            var out = ends.client().getOutputStream();
            ends.client().close();
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().startHandshake()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().getInputStream()).isInstanceOf(SocketException.class);
            assertThat(ends.client().getSession().getProtocol()).isEqualTo(TLS_1_3);
            assertThat(in.available()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void closingWakesAReader(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version).handshake()) {
            SSLSocket own = client == Stack.DOVETAIL ? ends.client() : ends.server();
            CompletableFuture<Throwable> reader = reader(own);
            own.close();
            assertThat(get(reader)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void closingWakesAWriterWhoseWordsNobodyTakes() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect(1 << 16);
                Ends ends = plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, true)
                        .handshake()) {
            CompletableFuture<Throwable> writer = writer(ends.client());
            ends.client().setSoLinger(true, 0);
            ends.client().close();
            assertThat(get(writer)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void cutsAWriteOffBetweenRecords() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect(1 << 16);
                Ends ends =
                        plain.layer(Stack.DOVETAIL, Stack.JDK, TLS_1_3, true).handshake()) {
            CompletableFuture<Throwable> writer = writer(ends.client());
            ends.client().setSoLinger(true, 30);
            CompletableFuture<Boolean> closing = async(() -> {
                ends.client().close();
                return true;
            });
            // Whole records, and close_notify behind them.
            assertThat(ends.server().getInputStream().readAllBytes().length)
                    .isPositive()
                    .isLessThan(MEGABYTES);
            assertThat(get(closing)).isTrue();
            assertThat(get(writer)).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void closingCallsAHandshakeOffThatAnotherThreadDoes(String role) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket own = role.equals("client") ? client(plain) : server(plain);
            // The header of a ClientHello: a server waits for the rest.
            plain.server()
                    .getOutputStream()
                    .write(role.equals("server") ? new byte[] {22, 3, 1, 1, 0, 1} : new byte[0]);
            CompletableFuture<Throwable> shaking = blocked(own::startHandshake);
            own.close();
            assertThat(get(shaking)).isInstanceOfAny(SocketException.class, SSLException.class);
            assertThat(own.getSession().isValid()).isFalse();
        }
    }

    @Test
    void closingWakesAThreadThatConnects() throws Exception {
        SSLSocket socket = unconnected();
        CompletableFuture<Throwable> connecting =
                async(() -> catchThrowable(() -> socket.connect(new InetSocketAddress("192.0.2.1", 443), 20_000)));
        socket.close();
        assertThat(get(connecting)).isInstanceOf(IOException.class);
    }

    @Test
    void closingTheSocketBelowEndsItToo() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect();
                Ends ends =
                        plain.layer(Stack.DOVETAIL, Stack.JDK, TLS_1_3, true).handshake()) {
            CompletableFuture<Throwable> reader = reader(ends.client());
            plain.client().close();
            assertThat(get(reader)).isInstanceOf(SocketException.class);
            assertThat(ends.client().isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void doesNotWaitForThePeerToClose(String version) throws Exception {
        try (Ends ends = Ends.connect(version).handshake()) {
            // Far longer than the test may take: that is how long a writer would be waited for.
            ends.client().setSoLinger(true, 600);
            ends.client().close();
            assertThat(ends.server().isClosed()).isFalse();
            assertThat(ends.server().getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void endsEveryThreadWheneverItIsClosed(String version) throws Exception {
        for (int round = 0; round < 20; round++) {
            int moment = round * 5_000;
            try (Ends ends = Ends.connect(version)) {
                List<CompletableFuture<Throwable>> threads = new ArrayList<>();
                for (SSLSocket end : List.of(ends.client(), ends.server())) {
                    InputStream in = end.getInputStream();
                    OutputStream out = end.getOutputStream();
                    threads.add(async(() -> catchThrowable(() -> in.transferTo(OutputStream.nullOutputStream()))));
                    threads.add(async(() -> catchThrowable(() -> {
                        while (true) out.write(new byte[5_000]);
                    })));
                    threads.add(async(() -> catchThrowable(end::startHandshake)));
                    threads.add(async(() -> catchThrowable(end::getSession)));
                }
                for (int i = 0; i < moment; i++) Thread.onSpinWait();
                threads.add(async(() -> catchThrowable(() -> ends.client().close())));
                ends.client().close();
                for (CompletableFuture<Throwable> thread : threads) {
                    Throwable thrown = get(thread);
                    if (thrown != null) assertThat(thrown).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static SSLSocket unconnected() throws Exception {
        return (SSLSocket) Stack.DOVETAIL.context().getSocketFactory().createSocket();
    }

    private static SSLSocket client(Ends.Plain plain) throws Exception {
        return (SSLSocket)
                Stack.DOVETAIL.context().getSocketFactory().createSocket(plain.client(), "localhost", 443, true);
    }

    private static SSLSocket server(Ends.Plain plain) throws Exception {
        return (SSLSocket) Stack.DOVETAIL.context().getSocketFactory().createSocket(plain.client(), null, true);
    }

    private static CompletableFuture<Throwable> reader(SSLSocket socket) throws Exception {
        InputStream in = socket.getInputStream();
        return blocked(() -> in.read());
    }

    private static CompletableFuture<Throwable> writer(SSLSocket socket) throws Exception {
        var out = socket.getOutputStream();
        return blocked(() -> out.write(new byte[MEGABYTES]));
    }

    /** On a thread that is seen to wait before this returns. */
    private static CompletableFuture<Throwable> blocked(ThrowingCallable call) {
        CompletableFuture<Throwable> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(catchThrowable(call)));
        thread.setDaemon(true);
        thread.start();
        while (Arrays.stream(thread.getStackTrace()).noneMatch(SocketClosingTest::waits)) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        return result;
    }

    private static boolean waits(StackTraceElement frame) {
        return frame.getClassName().startsWith("sun.nio.ch.")
                && frame.getMethodName().matches("poll|read0|write0|park");
    }
}
