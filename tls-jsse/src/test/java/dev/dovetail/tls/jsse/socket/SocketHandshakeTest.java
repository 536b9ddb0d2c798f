package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.jsse.TlsConnection;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketHandshakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"start", "read", "write", "session"})
    void beginsWithWhateverComesFirst(String first) throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            CompletableFuture<Boolean> server = async(() -> {
                ends.server().startHandshake();
                ends.server().getOutputStream().write(1);
                return true;
            });
            switch (first) {
                case "start" -> ends.client().startHandshake();
                case "read" -> assertThat(ends.client().getInputStream().read()).isOne();
                case "write" -> ends.client().getOutputStream().write(2);
                default -> assertThat(ends.client().getSession().getProtocol()).isEqualTo(TLS_1_3);
            }
            assertThat(((TlsConnection) ends.client()).info()).isPresent();
            assertThat(get(server)).isTrue();
        }
    }

    @Test
    void sendsNothingBeforeItBegins() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            SSLSocket client = (SSLSocket)
                    Stack.DOVETAIL.context().getSocketFactory().createSocket(plain.client(), "localhost", 443, true);
            client.getInputStream();
            client.getOutputStream().flush();
            assertThat(client.getHandshakeSession()).isNull();
            assertThat(client.getApplicationProtocol()).isNull();
            client.close();
            assertThat(plain.server().getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void answersASessionThatProtectsNothingWhenTheHandshakeFails(Stack server) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket)
                        server.stranger().getServerSocketFactory().createServerSocket(0, 5, Ends.HERE);
                SSLSocket client = (SSLSocket)
                        Stack.DOVETAIL.context().getSocketFactory().createSocket(Ends.HERE, listener.getLocalPort());
                SSLSocket accepted = (SSLSocket) listener.accept()) {
            CompletableFuture<Throwable> refused = async(() -> catchThrowable(accepted::startHandshake));
            SSLSession session = client.getSession();
            assertThat(session.isValid()).isFalse();
            assertThat(session.getCipherSuite()).isEqualTo("SSL_NULL_WITH_NULL_NULL");
            assertThatThrownBy(client::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasCauseInstanceOf(CertificateException.class);
            assertThatThrownBy(() -> client.getOutputStream().write(1)).isInstanceOf(IOException.class);
            assertThat(client.isClosed()).isTrue();
            assertThat(get(refused)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void tellsTheServerWhyItIsRefused(Stack server) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket)
                        server.stranger().getServerSocketFactory().createServerSocket(0, 5, Ends.HERE);
                SSLSocket client = (SSLSocket)
                        Stack.DOVETAIL.context().getSocketFactory().createSocket(Ends.HERE, listener.getLocalPort());
                SSLSocket accepted = (SSLSocket) listener.accept()) {
            client.setEnabledProtocols(new String[] {TLS_1_2});
            CompletableFuture<Throwable> refused = async(() -> catchThrowable(accepted::startHandshake));
            assertThatThrownBy(client::startHandshake).isInstanceOf(SSLHandshakeException.class);
            assertThat(get(refused))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("Received fatal alert: ");
        }
    }

    @Test
    void hasNoSessionWhereNothingIsConnected() throws Exception {
        SSLSocket unconnected =
                (SSLSocket) Stack.DOVETAIL.context().getSocketFactory().createSocket();
        assertThat(unconnected.getSession().isValid()).isFalse();
        assertThatThrownBy(unconnected::startHandshake).hasMessageContaining("not connected");
        unconnected.close();
        assertThat(unconnected.getSession().isValid()).isFalse();
        assertThatThrownBy(unconnected::startHandshake).hasMessageContaining("closed");
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void tellsListenersOnAThreadOfTheirOwn(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version)) {
            CountDownLatch told = new CountDownLatch(2);
            List<Thread> threads = new CopyOnWriteArrayList<>();
            List<HandshakeCompletedEvent> events = new CopyOnWriteArrayList<>();
            HandshakeCompletedListener listener = event -> {
                threads.add(Thread.currentThread());
                events.add(event);
                told.countDown();
            };
            HandshakeCompletedListener removed = event -> events.add(null);
            for (SSLSocket end : List.of(ends.client(), ends.server())) {
                end.addHandshakeCompletedListener(listener);
                end.addHandshakeCompletedListener(removed);
                end.removeHandshakeCompletedListener(removed);
            }
            ends.handshake();
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(threads).doesNotContain(Thread.currentThread());
            assertThat(events).doesNotContainNull().allSatisfy(event -> {
                assertThat(event.getSession()).isSameAs(event.getSocket().getSession());
                assertThat(event.getCipherSuite())
                        .isEqualTo(ends.client().getSession().getCipherSuite());
            });
        }
    }

    @Test
    void refusesListenersThatAreNone() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            assertThatThrownBy(() -> ends.client().addHandshakeCompletedListener(null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ends.client().removeHandshakeCompletedListener(event -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settlesTheRoleWhenItBegins() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3).handshake()) {
            ends.client().setUseClientMode(true);
            assertThatThrownBy(() -> ends.client().setUseClientMode(false))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ends.client().getUseClientMode()).isTrue();
            assertThat(ends.server().getUseClientMode()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void changesRoles(Stack client, Stack server, String version) throws Exception {
        try (SSLServerSocket listener = Ends.listener(server)) {
            listener.setEnabledProtocols(new String[] {version});
            listener.setUseClientMode(true);
            assertThat(listener.getUseClientMode()).isTrue();
            try (SSLSocket connected = (SSLSocket)
                            client.context().getSocketFactory().createSocket("localhost", listener.getLocalPort());
                    SSLSocket accepted = (SSLSocket) listener.accept()) {
                connected.setUseClientMode(false);
                assertThat(accepted.getUseClientMode()).isTrue();
                new Ends(connected, accepted).handshake();
                assertThat(accepted.getSession().getPeerCertificates()).isNotEmpty();
                assertThat(connected.getSession().getLocalCertificates()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void changesKeysInsteadOfShakingHandsAgain(Stack client, Stack server, String version) throws Exception {
        if (version.equals(TLS_1_2)) return;
        try (Ends ends = Ends.connect(client, server, version)) {
            List<String> keys = new CopyOnWriteArrayList<>();
            SSLSocket own = client == Stack.DOVETAIL ? ends.client() : ends.server();
            SSLSocket peer = client == Stack.DOVETAIL ? ends.server() : ends.client();
            ((TlsConnection) own).observe(event -> {
                if (event instanceof TlsEvent.KeysInstalled installed) keys.add(installed.toString());
            });
            ends.handshake();
            int before = keys.size();
            own.startHandshake();
            own.getOutputStream().write(1);
            assertThat(peer.getInputStream().read()).isOne();
            peer.getOutputStream().write(2);
            assertThat(own.getInputStream().read()).isEqualTo(2);
            // Ours, and the peer's in answer.
            assertThat(keys).hasSize(before + 2);
        }
    }

    @Test
    void doesNotRenegotiateTls12() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_2).handshake()) {
            assertThatThrownBy(() -> ends.client().startHandshake())
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("renegotiated");
            ends.client().getOutputStream().write(1);
            assertThat(ends.server().getInputStream().read()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void saysThatThePeerLeftInTheMiddleOfTheHandshake(String role) throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect()) {
            var factory = Stack.DOVETAIL.context().getSocketFactory();
            SSLSocket own = (SSLSocket)
                    (role.equals("client")
                            ? factory.createSocket(plain.client(), "localhost", 443, true)
                            : factory.createSocket(plain.client(), null, true));
            plain.server().shutdownOutput();
            assertThatThrownBy(own::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessage("Remote host terminated the handshake")
                    .hasCauseInstanceOf(EOFException.class);
        }
    }

    @Test
    void canNotBeConfiguredToNegotiateNothing() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            ends.client().setEnableSessionCreation(false);
            assertThatThrownBy(() -> ends.client().startHandshake()).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> ends.client().setEnabledProtocols(new String[] {"TLSv1"}))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ends.client().setEnabledCipherSuites(new String[] {"NO_SUCH_SUITE"}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void exportsTheSameOnBothEnds() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            TlsConnection client = (TlsConnection) ends.client();
            TlsConnection server = (TlsConnection) ends.server();
            assertThatThrownBy(() -> client.export("EXPERIMENTAL label", null, 32))
                    .isInstanceOf(IllegalStateException.class);
            ends.handshake();
            try (Secret one = client.export("EXPERIMENTAL label", null, 32);
                    Secret other = server.export("EXPERIMENTAL label", null, 32)) {
                one.use(bytes -> assertThat(other.matches(bytes)).isTrue());
            }
            assertThatThrownBy(() -> client.observe(event -> {})).isInstanceOf(IllegalStateException.class);
            assertThat(ends.client().toString()).contains("client", "localhost", TLS_1_3);
        }
    }
}
