package dev.dovetail.tls.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Apache's blocking server over the provider's own server socket. {@code /echo} sends the body back. */
final class ApachePages implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final Set<SocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();

    /** Begins to serve. */
    ApachePages(Pairing pairing, boolean clientCertificate) throws IOException {
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setCanonicalHostName("localhost")
                .setSslContext(pairing.server().context(Pki.SERVER))
                .setSslSetupHandler(parameters -> {
                    parameters.setProtocols(new String[] {pairing.version()});
                    parameters.setNeedClientAuth(clientCertificate);
                })
                .setSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(Facts.PATIENCE))
                        .setTcpNoDelay(true)
                        .build())
                .setExceptionListener(new ExceptionListener() {
                    @Override
                    public void onError(Exception failure) {
                        failures.add(failure);
                    }

                    @Override
                    public void onError(HttpConnection connection, Exception failure) {
                        // A connection that ends where it may is told by such an exception too.
                        if (!(failure instanceof ConnectionClosedException)) failures.add(failure);
                    }
                })
                .register("*", this::answer)
                .create();
        server.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Each request's session, in the order in which they came. */
    Queue<Met> met() {
        return met;
    }

    /** Whence requests came: one for each connection, as long as ports do not come again. */
    Set<SocketAddress> clients() {
        return clients;
    }

    /** What went wrong. */
    BlockingQueue<Exception> failures() {
        return failures;
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        HttpCoreContext connection = HttpCoreContext.cast(context);
        met.add(new Met(connection.getSSLSession(), ""));
        clients.add(connection.getEndpointDetails().getRemoteAddress());
        byte[] body = request.getPath().equals("/echo")
                ? EntityUtils.toByteArray(request.getEntity())
                : Facts.page(request.getPath());
        response.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
    }
}
