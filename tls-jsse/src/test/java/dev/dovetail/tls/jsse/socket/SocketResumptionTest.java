package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.jsse.TlsConnection;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that go on with a session, of the JDK's stack too. */
@Timeout(60)
class SocketResumptionTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void aSessionGoesOnInTheNextSockets(Stack client, Stack server, String version) throws Exception {
        SSLSocketFactory factory = client.fresh().getSocketFactory();
        try (SSLServerSocket listener = listener(server.fresh(), version)) {
            long since = 0;
            for (int times = 0; times < 3; times++) {
                try (Ends ends = connect(factory, listener)) {
                    echo(ends);
                    for (SSLSocket end : List.of(ends.client(), ends.server())) {
                        if (end instanceof TlsConnection own)
                            assertThat(own.info().orElseThrow().resumed()).isEqualTo(times > 0);
                    }
                    SSLSession session = ends.client().getSession();
                    if (times > 0) assertThat(session.getCreationTime()).isEqualTo(since);
                    since = session.getCreationTime();
                    assertThat(session.getPeerPrincipal())
                            .isEqualTo(ends.server().getSession().getLocalPrincipal());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void listenersHearOfResumptions(String version) throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.fresh().getSocketFactory();
        try (SSLServerSocket listener = listener(Stack.DOVETAIL.fresh(), version)) {
            List<byte[]> told = new CopyOnWriteArrayList<>();
            for (int times = 0; times < 2; times++) {
                CompletableFuture<Boolean> heard = new CompletableFuture<>();
                try (Ends ends = connect(factory, listener)) {
                    ends.client().addHandshakeCompletedListener(event -> {
                        told.add(event.getSession().getId());
                        heard.complete(true);
                    });
                    echo(ends);
                    get(heard);
                }
            }
            assertThat(told).hasSize(2);
            assertThat(told.get(1)).isEqualTo(told.get(0));
        }
    }

    /** What it wrote arrives, although it takes no notice of the tickets that come. */
    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void aClientMayWriteAndLeave(String version) throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.fresh().getSocketFactory();
        try (SSLServerSocket listener = listener(Stack.DOVETAIL.fresh(), version)) {
            for (int times = 0; times < 20; times++) {
                try (Ends ends = connect(factory, listener)) {
                    CompletableFuture<byte[]> read =
                            async(() -> ends.server().getInputStream().readAllBytes());
                    ends.client().getOutputStream().write(new byte[] {1, 2, 3});
                    ends.client().close();
                    assertThat(get(read)).containsExactly(1, 2, 3);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void whoMayMakeNoSessionNeedsOne(String version) throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.fresh().getSocketFactory();
        try (SSLServerSocket listener = listener(Stack.DOVETAIL.fresh(), version)) {
            try (Ends ends = connect(factory, listener)) {
                ends.client().setEnableSessionCreation(false);
                assertThatThrownBy(() -> ends.client().startHandshake())
                        .isInstanceOf(SSLHandshakeException.class)
                        .hasMessageStartingWith("No existing session to resume");
            }
            try (Ends ends = connect(factory, listener)) {
                echo(ends);
            }
            try (Ends ends = connect(factory, listener)) {
                ends.client().setEnableSessionCreation(false);
                ends.server().setEnableSessionCreation(false);
                echo(ends);
            }
        }
    }

    static Stream<Arguments> whatEndsIt() {
        return Stream.of(
                Arguments.of(TLS_1_2, "clientsResume", false),
                Arguments.of(TLS_1_3, "clientsResume", false),
                Arguments.of(TLS_1_2, "serversResume", false),
                Arguments.of(TLS_1_3, "serversResume", false),
                Arguments.of(TLS_1_3, "tickets", 0));
    }

    @ParameterizedTest
    @MethodSource("whatEndsIt")
    void propertiesMaySwitchItOff(String version, String setting, Object value) throws Exception {
        TlsContext changed = Settings.with(Map.of(setting, value));
        TlsContext usual = Settings.with(Map.of());
        assertThat(resumes(usual, version)).isTrue();
        assertThat(resumes(changed, version)).isFalse();
    }

    private static boolean resumes(TlsContext context, String version) throws Exception {
        SSLSocketFactory factory = new DovetailSocketFactory(context);
        try (SSLServerSocket listener = new DovetailServerSocket(context, 0, 5, Ends.HERE)) {
            listener.setEnabledProtocols(new String[] {version});
            try (Ends ends = connect(factory, listener)) {
                echo(ends);
            }
            try (Ends ends = connect(factory, listener)) {
                echo(ends);
                return ((TlsConnection) ends.client()).info().orElseThrow().resumed();
            }
        }
    }

    private static SSLServerSocket listener(SSLContext context, String version) throws IOException {
        SSLServerSocket listener =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5, Ends.HERE);
        listener.setEnabledProtocols(new String[] {version});
        return listener;
    }

    private static Ends connect(SSLSocketFactory factory, SSLServerSocket listener) throws IOException {
        SSLSocket client = (SSLSocket) factory.createSocket("localhost", listener.getLocalPort());
        return new Ends(client, (SSLSocket) listener.accept());
    }

    /** Both ways, so that the client has read the tickets. */
    private static void echo(Ends ends) throws Exception {
        ends.handshake();
        ends.client().getOutputStream().write(7);
        assertThat(ends.server().getInputStream().read()).isEqualTo(7);
        ends.server().getOutputStream().write(8);
        assertThat(ends.client().getInputStream().read()).isEqualTo(8);
    }
}
