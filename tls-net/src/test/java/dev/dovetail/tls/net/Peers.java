package dev.dovetail.tls.net;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Both ends of connections over loopback, and the credentials that they share. */
final class Peers {

    /**
     * Of sockets: a write of megabytes has to wait for its reader. With much less, a few KiB, Linux drops segments that it has
     * no room for, and sends them again later and later: a minute was seen.
     */
    static final int SMALL_BUFFERS = 1 << 16;

    static final Selection SELECTION = Selection.modern(Catalog.discover());
    private static final char[] PASSWORD = "password".toCharArray();
    private static final Authority AUTHORITY = Authority.create("tls-net's tests");
    private static final Issued ISSUED =
            AUTHORITY.issue(Request.server("localhost").addresses("127.0.0.1"));

    private Peers() {}

    static ServerConfig.Builder server() {
        return ServerConfig.of(SELECTION).credential(Credential.of(ISSUED.chain(), ISSUED.privateKey()));
    }

    static ServerConfig.Builder server(ProtocolVersion version) {
        return ServerConfig.of(SELECTION.versions(version, version))
                .credential(Credential.of(ISSUED.chain(), ISSUED.privateKey()));
    }

    static ClientConfig.Builder client() {
        return ClientConfig.of(SELECTION)
                .verifier(PkixVerifier.trusting(List.of(AUTHORITY.certificate())))
                .serverName("localhost");
    }

    /** The JDK's own stack with the same credentials. */
    static SSLContext jdk() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ISSUED.keyStore("server", PASSWORD), PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(AUTHORITY.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Two ends of a TCP connection. */
    record Sockets(Socket client, Socket server) implements AutoCloseable {

        static Sockets connect() throws IOException {
            return connect(0);
        }

        /** With socket buffers of about so many bytes; 0 leaves them as they are. */
        static Sockets connect(int buffers) throws IOException {
            InetAddress here = InetAddress.getLoopbackAddress();
            try (ServerSocket listener = new ServerSocket()) {
                if (buffers > 0) listener.setReceiveBufferSize(buffers);
                listener.bind(new java.net.InetSocketAddress(here, 0));
                Socket client = new Socket();
                if (buffers > 0) {
                    client.setReceiveBufferSize(buffers);
                    client.setSendBufferSize(buffers);
                }
                client.connect(listener.getLocalSocketAddress());
                Socket server = listener.accept();
                if (buffers > 0) server.setSendBufferSize(buffers);
                return new Sockets(client, server);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    /** Two ends of a TLS connection, whose handshakes are not begun. */
    record Pair(TlsStream client, TlsStream server) implements AutoCloseable {

        static Pair connect() throws IOException {
            return connect(Peers.client().build(), Peers.server().build(), 0);
        }

        static Pair connect(ClientConfig client, ServerConfig server, int buffers) throws IOException {
            Sockets sockets = Sockets.connect(buffers);
            return new Pair(TlsStream.client(client, sockets.client()), TlsStream.server(server, sockets.server()));
        }

        Pair handshake() throws Exception {
            Future<Boolean> done = async(() -> {
                server.handshake();
                return true;
            });
            client.handshake();
            done.get();
            return this;
        }

        /** Both at once, since each waits for the other. */
        @Override
        public void close() throws Exception {
            Future<Boolean> done = async(() -> {
                server.close();
                return true;
            });
            client.close();
            done.get();
        }
    }

    /** On a thread of its own: tests block, and a pool could be too small for all that wait for each other. */
    static <T> CompletableFuture<T> async(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
