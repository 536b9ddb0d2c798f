package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.TLS_1_3;
import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketTransportTest {

    private interface Making {
        Socket make(SSLSocketFactory factory, int port) throws Exception;
    }

    @Test
    void reachesAServerInEveryWay() throws Exception {
        InetAddress named = InetAddress.getByName("localhost");
        InetAddress unnamed = InetAddress.getByAddress(named.getAddress());
        reaches("localhost", (factory, port) -> factory.createSocket("localhost", port));
        reaches("localhost", (factory, port) -> factory.createSocket("localhost", port, unnamed, 0));
        reaches("localhost", (factory, port) -> factory.createSocket(named, port));
        reaches(unnamed.getHostAddress(), (factory, port) -> factory.createSocket(unnamed, port));
        reaches(unnamed.getHostAddress(), (factory, port) -> factory.createSocket(unnamed, port, unnamed, 0));
        reaches("localhost", (factory, port) -> connected(factory, new InetSocketAddress("localhost", port)));
        reaches(unnamed.getHostAddress(), (factory, port) -> connected(factory, new InetSocketAddress(unnamed, port)));
    }

    private static Socket connected(SSLSocketFactory factory, InetSocketAddress address) throws IOException {
        Socket socket = factory.createSocket();
        assertThat(socket.isConnected()).isFalse();
        socket.bind(null);
        assertThat(socket.isBound()).isTrue();
        socket.connect(address, 10_000);
        return socket;
    }

    private static void reaches(String peerHost, Making making) throws Exception {
        try (SSLServerSocket listener = Ends.listener(Stack.JDK);
                SSLSocket client =
                        (SSLSocket) making.make(Stack.DOVETAIL.context().getSocketFactory(), listener.getLocalPort());
                SSLSocket server = (SSLSocket) listener.accept()) {
            assertThat(client.isConnected()).isTrue();
            assertThat(client.getUseClientMode()).isTrue();
            assertThat(client.getPort()).isEqualTo(listener.getLocalPort());
            assertThat(client.getLocalSocketAddress()).isEqualTo(server.getRemoteSocketAddress());
            assertThat(client.getInetAddress()).isEqualTo(server.getLocalAddress());
            assertThat(client.getLocalPort()).isEqualTo(server.getPort());
            CompletableFuture<Boolean> serving = async(() -> {
                server.startHandshake();
                return true;
            });
            SSLSession session = client.getSession();
            assertThat(session.isValid()).isTrue();
            assertThat(session.getPeerHost()).isEqualTo(peerHost);
            assertThat(session.getPeerPort()).isEqualTo(listener.getLocalPort());
            assertThat(get(serving)).isTrue();
        }
    }

    @Test
    void saysWhyNobodyIsReached() throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.context().getSocketFactory();
        int free;
        try (ServerSocket listener = new ServerSocket(0, 1, Ends.HERE)) {
            free = listener.getLocalPort();
        }
        assertThatThrownBy(() -> factory.createSocket(Ends.HERE, free)).isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        factory.createSocket().connect(InetSocketAddress.createUnresolved("no-such-host.invalid", 443)))
                .isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> factory.createSocket().connect(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesUpConnectingInTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, Ends.HERE);
                Socket first = new Socket();
                Socket second = new Socket();
                Socket third = Stack.DOVETAIL.context().getSocketFactory().createSocket()) {
            // A queue that is full answers nobody: Linux takes one more than it was told.
            first.connect(full.getLocalSocketAddress());
            second.connect(full.getLocalSocketAddress());
            assertThatThrownBy(() -> third.connect(full.getLocalSocketAddress(), 100))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void handsOptionsToTheTransport() throws Exception {
        try (Ends.Plain plain = Ends.Plain.connect();
                Ends ends = plain.layer(Stack.DOVETAIL, Stack.DOVETAIL, TLS_1_3, true)) {
            SSLSocket client = ends.client();
            client.setKeepAlive(true);
            client.setReuseAddress(true);
            client.setSoLinger(true, 7);
            client.setSoTimeout(1234);
            client.setSendBufferSize(8192);
            client.setReceiveBufferSize(8192);
            client.setTrafficClass(8);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.setPerformancePreferences(1, 2, 3);
            assertThat(plain.client().getKeepAlive()).isTrue();
            assertThat(plain.client().getReuseAddress()).isTrue();
            assertThat(plain.client().getSoLinger()).isEqualTo(7);
            assertThat(plain.client().getSoTimeout()).isEqualTo(1234);
            assertThat(plain.client().getTcpNoDelay()).isTrue();
            assertThat(client.getKeepAlive()).isTrue();
            assertThat(client.getReuseAddress()).isTrue();
            assertThat(client.getSoLinger()).isEqualTo(7);
            assertThat(client.getSoTimeout()).isEqualTo(1234);
            assertThat(client.getSendBufferSize()).isEqualTo(plain.client().getSendBufferSize());
            assertThat(client.getReceiveBufferSize()).isEqualTo(plain.client().getReceiveBufferSize());
            assertThat(client.getTrafficClass()).isEqualTo(plain.client().getTrafficClass());
            assertThat(client.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
            assertThat(client.supportedOptions()).isEqualTo(plain.client().supportedOptions());
        }
    }

    @Test
    void keepsWhatTheApplicationSaidOfDelays() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            ends.client().setTcpNoDelay(false);
            ends.handshake();
            assertThat(ends.client().getTcpNoDelay()).isFalse();
            assertThat(ends.server().getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void hasNoUrgentDataAndNoChannel() throws Exception {
        try (Ends ends = Ends.connect(TLS_1_3)) {
            assertThatThrownBy(() -> ends.client().sendUrgentData(1)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().setOOBInline(true)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ends.client().getOOBInline()).isInstanceOf(SocketException.class);
            assertThat(ends.client().getChannel()).isNull();
        }
    }

    @Test
    void hasTheContextsDefaults() throws Exception {
        SSLSocketFactory factory = Stack.DOVETAIL.context().getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket();
        assertThat(factory.getDefaultCipherSuites()).isNotEmpty().isEqualTo(socket.getEnabledCipherSuites());
        assertThat(factory.getSupportedCipherSuites())
                .isEqualTo(socket.getSupportedCipherSuites())
                .contains(socket.getEnabledCipherSuites());
        assertThat(socket.getSupportedProtocols()).contains(socket.getEnabledProtocols());
        assertThat(socket.getEnabledProtocols()).containsExactly(TLS_1_3, Ends.TLS_1_2);
        assertThat(socket.getEnableSessionCreation()).isTrue();
        assertThat(socket.getNeedClientAuth() || socket.getWantClientAuth()).isFalse();
        var serverFactory = Stack.DOVETAIL.context().getServerSocketFactory();
        assertThat(serverFactory.getDefaultCipherSuites()).isNotEmpty();
        assertThat(serverFactory.getSupportedCipherSuites()).isEqualTo(factory.getSupportedCipherSuites());
    }
}
