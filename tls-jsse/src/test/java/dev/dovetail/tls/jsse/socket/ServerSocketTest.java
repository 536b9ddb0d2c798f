package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_2;
import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ServerSocketTest {

    @Test
    void givesAcceptedSocketsACopyOfItsParameters() throws Exception {
        try (SSLServerSocket listener = Ends.listener(Stack.DOVETAIL)) {
            String suite = listener.getEnabledCipherSuites()[1];
            SSLParameters chosen = listener.getSSLParameters();
            chosen.setProtocols(new String[] {TLS_1_2});
            chosen.setCipherSuites(new String[] {suite});
            chosen.setApplicationProtocols(new String[] {"a", "b"});
            chosen.setUseCipherSuitesOrder(false);
            chosen.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("localhost")));
            chosen.setMaximumPacketSize(2000);
            chosen.setWantClientAuth(true);
            listener.setSSLParameters(chosen);
            listener.setEnableSessionCreation(true);
            try (Socket client = new Socket(Ends.HERE, listener.getLocalPort());
                    SSLSocket accepted = (SSLSocket) listener.accept()) {
                listener.setEnabledProtocols(new String[] {TLS_1_3});
                listener.setNeedClientAuth(true);
                listener.setEnableSessionCreation(false);

                SSLParameters got = accepted.getSSLParameters();
                assertThat(got.getProtocols()).containsExactly(TLS_1_2);
                assertThat(got.getCipherSuites()).containsExactly(suite);
                assertThat(got.getApplicationProtocols()).containsExactly("a", "b");
                assertThat(got.getUseCipherSuitesOrder()).isFalse();
                assertThat(got.getSNIMatchers()).hasSize(1);
                assertThat(got.getMaximumPacketSize()).isEqualTo(2000);
                assertThat(accepted.getWantClientAuth()).isTrue();
                assertThat(accepted.getEnableSessionCreation()).isTrue();
                assertThat(accepted.getUseClientMode()).isFalse();
                assertThat(accepted.isConnected()).isTrue();
                assertThat(client.isConnected()).isTrue();
                assertThat(listener.getNeedClientAuth()).isTrue();
                assertThat(listener.getWantClientAuth()).isFalse();
                assertThat(listener.getEnableSessionCreation()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void refusesClientsWithoutACertificateIfItNeedsOne(Stack client) throws Exception {
        var keyless = client.empty();
        keyless.init(null, Stack.trust().getTrustManagers(), null);
        try (SSLServerSocket listener = Ends.listener(Stack.DOVETAIL)) {
            listener.setNeedClientAuth(true);
            listener.setEnabledProtocols(new String[] {TLS_1_2});
            try (SSLSocket connected =
                            (SSLSocket) keyless.getSocketFactory().createSocket("localhost", listener.getLocalPort());
                    SSLSocket accepted = (SSLSocket) listener.accept()) {
                CompletableFuture<Throwable> refused = async(() -> catchThrowable(accepted::startHandshake));
                assertThatThrownBy(connected::startHandshake).isInstanceOf(SSLHandshakeException.class);
                assertThat(get(refused)).isInstanceOf(SSLHandshakeException.class);
            }
            listener.setWantClientAuth(true);
            try (SSLSocket connected =
                            (SSLSocket) keyless.getSocketFactory().createSocket("localhost", listener.getLocalPort());
                    SSLSocket accepted = (SSLSocket) listener.accept()) {
                new Ends(connected, accepted).handshake();
                assertThatThrownBy(() -> accepted.getSession().getPeerCertificates())
                        .isInstanceOf(javax.net.ssl.SSLPeerUnverifiedException.class);
            }
        }
    }

    @Test
    void choosesTheProtocolFromItsParameters() throws Exception {
        try (SSLServerSocket listener = Ends.listener(Stack.DOVETAIL)) {
            SSLParameters chosen = listener.getSSLParameters();
            chosen.setApplicationProtocols(new String[] {"a", "b"});
            listener.setSSLParameters(chosen);
            try (SSLSocket client = (SSLSocket)
                            Stack.JDK.context().getSocketFactory().createSocket("localhost", listener.getLocalPort());
                    SSLSocket server = (SSLSocket) listener.accept()) {
                SSLParameters offered = client.getSSLParameters();
                offered.setApplicationProtocols(new String[] {"b", "c"});
                client.setSSLParameters(offered);
                new Ends(client, server).handshake();
                assertThat(client.getApplicationProtocol()).isEqualTo("b");
                assertThat(server.getApplicationProtocol()).isEqualTo("b");
            }
        }
    }

    @Test
    void listensWhereItIsTold() throws Exception {
        SSLServerSocketFactory factory = Stack.DOVETAIL.context().getServerSocketFactory();
        try (SSLServerSocket unbound = (SSLServerSocket) factory.createServerSocket()) {
            assertThat(unbound.isBound()).isFalse();
            assertThatThrownBy(unbound::accept).isInstanceOf(SocketException.class);
            unbound.bind(new InetSocketAddress(Ends.HERE, 0), 3);
            assertThat(unbound.toString()).contains(String.valueOf(unbound.getLocalPort()));
        }
        for (SSLServerSocket bound : new SSLServerSocket[] {
            (SSLServerSocket) factory.createServerSocket(0),
            (SSLServerSocket) factory.createServerSocket(0, 3),
            (SSLServerSocket) factory.createServerSocket(0, 3, InetAddress.getLoopbackAddress())
        }) {
            try (bound;
                    Socket client = new Socket(Ends.HERE, bound.getLocalPort());
                    Socket accepted = bound.accept()) {
                assertThat(accepted).isInstanceOf(DovetailSocket.class);
                assertThat(client.getLocalPort()).isEqualTo(accepted.getPort());
                assertThatThrownBy(() -> factory.createServerSocket(bound.getLocalPort()))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void acceptsNoLongerThanItMayAndNotWhenItIsClosed() throws Exception {
        SSLServerSocket listener = Ends.listener(Stack.DOVETAIL);
        listener.setSoTimeout(20);
        assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        listener.setSoTimeout(0);
        CompletableFuture<Throwable> accepting = async(() -> catchThrowable(listener::accept));
        listener.close();
        assertThat(get(accepting)).isInstanceOf(SocketException.class);
    }

    @Test
    void keepsNobodyWaitingForASilentClient() throws Exception {
        try (SSLServerSocket listener = Ends.listener(Stack.DOVETAIL);
                Socket silent = new Socket(Ends.HERE, listener.getLocalPort());
                SSLSocket first = (SSLSocket) listener.accept();
                SSLSocket client = (SSLSocket)
                        Stack.JDK.context().getSocketFactory().createSocket("localhost", listener.getLocalPort());
                SSLSocket second = (SSLSocket) listener.accept()) {
            new Ends(client, second).handshake();
            assertThat(first.isConnected() && silent.isConnected()).isTrue();
        }
    }
}
