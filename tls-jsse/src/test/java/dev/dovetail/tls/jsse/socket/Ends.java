package dev.dovetail.tls.jsse.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.provider.Arguments;

/** Both ends of a TLS connection over loopback; no handshake has begun. */
record Ends(SSLSocket client, SSLSocket server) implements AutoCloseable {

    static final String TLS_1_2 = "TLSv1.2";
    static final String TLS_1_3 = "TLSv1.3";
    static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Who talks to whom, in which version: for parameters of tests. */
    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (String version : List.of(TLS_1_3, TLS_1_2)) {
            all.add(Arguments.of(Stack.DOVETAIL, Stack.DOVETAIL, version));
            all.add(Arguments.of(Stack.DOVETAIL, Stack.JDK, version));
            all.add(Arguments.of(Stack.JDK, Stack.DOVETAIL, version));
        }
        return all.stream();
    }

    /** Dovetail as client and as server, with itself and with the JDK: the first end is Dovetail's own. */
    static Ends connect(Stack client, Stack server, String version) throws Exception {
        try (SSLServerSocket listener = listener(server)) {
            listener.setEnabledProtocols(new String[] {version});
            SSLSocket connected =
                    (SSLSocket) client.context().getSocketFactory().createSocket("localhost", listener.getLocalPort());
            return new Ends(connected, (SSLSocket) listener.accept());
        }
    }

    static Ends connect(String version) throws Exception {
        return connect(Stack.DOVETAIL, Stack.DOVETAIL, version);
    }

    static SSLServerSocket listener(Stack server) throws Exception {
        return (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost"));
    }

    Ends handshake() throws Exception {
        CompletableFuture<Boolean> done = async(() -> {
            server.startHandshake();
            return true;
        });
        client.startHandshake();
        return get(done) ? this : this;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }

    /** Two ends of a plain connection. */
    record Plain(Socket client, Socket server) implements AutoCloseable {

        static Plain connect() throws IOException {
            return connect(0);
        }

        /**
         * With socket buffers of about so many bytes; 0 leaves them as they are. With a few KiB Linux drops segments that it
         * has no room for, and sends them again later and later.
         */
        static Plain connect(int buffers) throws IOException {
            try (ServerSocket listener = new ServerSocket()) {
                if (buffers > 0) listener.setReceiveBufferSize(buffers);
                listener.bind(new InetSocketAddress(HERE, 0));
                Socket client = new Socket();
                if (buffers > 0) {
                    client.setReceiveBufferSize(buffers);
                    client.setSendBufferSize(buffers);
                }
                client.connect(listener.getLocalSocketAddress());
                Socket server = listener.accept();
                if (buffers > 0) server.setSendBufferSize(buffers);
                return new Plain(client, server);
            }
        }

        /** TLS over both. */
        Ends layer(Stack client, Stack server, String version, boolean autoClose) throws Exception {
            SSLSocket clientEnd = (SSLSocket)
                    client.context().getSocketFactory().createSocket(this.client, "localhost", 443, autoClose);
            SSLSocket serverEnd =
                    (SSLSocket) server.context().getSocketFactory().createSocket(this.server, null, autoClose);
            clientEnd.setEnabledProtocols(new String[] {version});
            return new Ends(clientEnd, serverEnd);
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
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

    static <T> T get(CompletableFuture<T> result) throws Exception {
        return result.get(50, TimeUnit.SECONDS);
    }
}
