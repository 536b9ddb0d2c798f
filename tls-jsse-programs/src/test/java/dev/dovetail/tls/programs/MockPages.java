package dev.dovetail.tls.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** OkHttp's own server, which layers TLS over sockets that TCP has accepted. {@code /echo} sends the body back. */
final class MockPages implements AutoCloseable {

    /** Held, since its level is lost with it: each connection that a test cuts is news to it. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final Queue<SSLSocket> sockets = new ConcurrentLinkedQueue<>();

    /** Begins to serve. */
    MockPages(Pairing pairing, boolean clientCertificate) throws IOException {
        LOGGER.setLevel(Level.WARNING);
        server.useHttps(new Layers(pairing.server().context(Pki.SERVER).getSocketFactory(), pairing.version()));
        if (clientCertificate) server.requireClientAuth();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                byte[] body = request.getTarget().equals("/echo")
                        ? request.getBody().toByteArray()
                        : Facts.page(request.getTarget());
                return new MockResponse.Builder().body(new Buffer().write(body)).build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getPort();
    }

    /** Each connection, in the order in which they came. */
    List<Met> met() {
        List<Met> met = new ArrayList<>();
        for (SSLSocket each : sockets) met.add(Met.at(each));
        return met;
    }

    @Override
    public void close() {
        server.close();
    }

    /** A factory's sockets over others, in one version; what else a factory does, this server does not ask for. */
    private final class Layers extends SSLSocketFactory {

        private final SSLSocketFactory factory;
        private final String version;

        Layers(SSLSocketFactory factory, String version) {
            this.factory = factory;
            this.version = version;
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean closeBelow) throws IOException {
            SSLSocket socket = (SSLSocket) factory.createSocket(below, host, port, closeBelow);
            socket.setEnabledProtocols(new String[] {version});
            sockets.add(socket);
            return socket;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
            throw new UnsupportedOperationException();
        }
    }
}
