package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketManagersTest {

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void showsTrustManagersTheHandshake(String version) throws Exception {
        List<SSLSession> seen = new CopyOnWriteArrayList<>();
        List<Boolean> valid = new CopyOnWriteArrayList<>();
        SSLContext context = Stack.DOVETAIL.empty();
        context.init(
                null,
                new TrustManager[] {
                    new Watching(socket -> {
                        seen.add(socket.getHandshakeSession());
                        // A program's mistake: the handshake can't wait for itself, and must not hang.
                        valid.add(socket.getSession().isValid());
                        assertThat(catchThrowable(() -> socket.getInputStream().read()))
                                .isInstanceOf(javax.net.ssl.SSLException.class);
                    })
                },
                null);
        try (SSLServerSocket listener = Ends.listener(Stack.JDK);
                SSLSocket client =
                        (SSLSocket) context.getSocketFactory().createSocket("localhost", listener.getLocalPort());
                SSLSocket server = (SSLSocket) listener.accept()) {
            client.setEnabledProtocols(new String[] {version});
            new Ends(client, server).handshake();
            assertThat(seen).singleElement().satisfies(session -> {
                assertThat(session.getProtocol()).isEqualTo(version);
                assertThat(session.getPeerHost()).isEqualTo("localhost");
                assertThat(session.getPeerCertificates())
                        .isEqualTo(client.getSession().getPeerCertificates());
            });
            assertThat(valid).containsExactly(false);
            assertThat(client.getHandshakeSession()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesWhileATrustManagerJudges(boolean byTheManager) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        SSLContext context = Stack.DOVETAIL.empty();
        context.init(
                null,
                new TrustManager[] {
                    new Watching(socket -> {
                        asked.countDown();
                        if (byTheManager) socket.close();
                        else closed.await();
                    })
                },
                null);
        try (SSLServerSocket listener = Ends.listener(Stack.JDK);
                SSLSocket client =
                        (SSLSocket) context.getSocketFactory().createSocket("localhost", listener.getLocalPort());
                SSLSocket server = (SSLSocket) listener.accept()) {
            CompletableFuture<Throwable> told = async(() -> catchThrowable(server::startHandshake));
            CompletableFuture<Throwable> ended = async(() -> catchThrowable(client::startHandshake));
            asked.await();
            client.close();
            closed.countDown();
            assertThat(get(ended)).isInstanceOf(SocketException.class);
            // The JDK's server throws nothing at a client that calls off; it is done, and that is all.
            get(told);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void agreesOnAnApplicationProtocol(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version)) {
            protocols(ends.client(), "h2", "http/1.1");
            protocols(ends.server(), "http/1.1", "spdy");
            assertThat(ends.client().getApplicationProtocol()).isNull();
            ends.handshake();
            assertThat(ends.client().getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(ends.server().getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(ends.client().getHandshakeApplicationProtocol()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void asksASelectorWhatIsSpoken(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version)) {
            protocols(ends.client(), "a", "b");
            ends.server().setHandshakeApplicationProtocolSelector((socket, offered) -> {
                assertThat(socket).isSameAs(ends.server());
                assertThat(socket.getHandshakeSession()).isNotNull();
                return offered.get(1);
            });
            assertThat(ends.server().getHandshakeApplicationProtocolSelector()).isNotNull();
            ends.handshake();
            assertThat(ends.client().getApplicationProtocol()).isEqualTo("b");
        }
    }

    @Test
    void letsASelectorRefuseOrGoOnWithout() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            protocols(ends.client(), "a");
            ends.server().setHandshakeApplicationProtocolSelector((socket, offered) -> "");
            ends.handshake();
            assertThat(ends.client().getApplicationProtocol()).isEmpty();
            assertThat(ends.server().getApplicationProtocol()).isEmpty();
        }
        try (Ends ends = Ends.connect(TLS_1_3)) {
            protocols(ends.client(), "a");
            ends.server().setHandshakeApplicationProtocolSelector((socket, offered) -> null);
            CompletableFuture<Throwable> server =
                    async(() -> catchThrowable(() -> ends.server().startHandshake()));
            assertThatThrownBy(() -> ends.client().startHandshake())
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("no_application_protocol");
            assertThat(get(server)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void asksClientsForCertificates(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version)) {
            ends.server().setNeedClientAuth(true);
            assertThat(ends.server().getNeedClientAuth()).isTrue();
            assertThat(ends.server().getWantClientAuth()).isFalse();
            ends.handshake();
            assertThat(ends.server().getSession().getPeerCertificates()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void namesTheServerThatItWants(Stack client, Stack server, String version) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket clientEnd = (SSLSocket)
                    client.context().getSocketFactory().createSocket(plain.client(), "dovetail.example", 443, true);
            SSLSocket serverEnd =
                    (SSLSocket) server.context().getSocketFactory().createSocket(plain.server(), null, true);
            clientEnd.setEnabledProtocols(new String[] {version});
            SSLParameters parameters = clientEnd.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            clientEnd.setSSLParameters(parameters);
            new Ends(clientEnd, serverEnd).handshake();
            assertThat(((ExtendedSSLSession) serverEnd.getSession()).getRequestedServerNames())
                    .containsExactly(new SNIHostName("dovetail.example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_1_2, TLS_1_3})
    void identifiesTheServer(String version) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client = (SSLSocket) Stack.DOVETAIL
                    .context()
                    .getSocketFactory()
                    .createSocket(plain.client(), "elsewhere.example", 443, true);
            SSLSocket server =
                    (SSLSocket) Stack.JDK.context().getSocketFactory().createSocket(plain.server(), null, true);
            client.setEnabledProtocols(new String[] {version});
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
            CompletableFuture<Throwable> refused = async(() -> catchThrowable(server::startHandshake));
            assertThatThrownBy(client::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasCauseInstanceOf(CertificateException.class)
                    .hasMessageContaining("elsewhere.example");
            assertThat(refused).succeedsWithin(java.time.Duration.ofSeconds(30));
        }
    }

    private static void protocols(SSLSocket socket, String... names) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(names);
        socket.setSSLParameters(parameters);
    }

    /** What a test does where a trust manager is asked. */
    private interface Look {
        void at(SSLSocket socket) throws Exception;
    }

    /** Looks, and judges as the JDK's does. */
    private static final class Watching extends X509ExtendedTrustManager {
        private final Look look;
        private final X509TrustManager judge;

        Watching(Look look) throws Exception {
            this.look = look;
            this.judge = (X509TrustManager) Stack.trust().getTrustManagers()[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            try {
                look.at((SSLSocket) socket);
            } catch (Exception e) {
                throw new CertificateException(e);
            }
            judge.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
