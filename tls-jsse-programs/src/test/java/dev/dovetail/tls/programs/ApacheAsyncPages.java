package dev.dovetail.tls.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;

/** Apache's asynchronous server: HTTP/2 or HTTP/1.1, as ALPN decides. {@code /echo} sends the body back. */
final class ApacheAsyncPages implements AutoCloseable {

    private final HttpAsyncServer server;
    private final ListenerEndpoint listener;
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();

    /** Begins to serve. */
    ApacheAsyncPages(Pairing pairing, boolean clientCertificate) throws Exception {
        server = H2ServerBootstrap.bootstrap()
                .setCanonicalHostName("localhost")
                .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                .setTlsStrategy(new H2ServerTlsStrategy(
                        pairing.server().context(Pki.SERVER),
                        (endpoint, engine) -> {
                            engine.setEnabledProtocols(new String[] {pairing.version()});
                            engine.setNeedClientAuth(clientCertificate);
                        },
                        (endpoint, engine) -> {
                            met.add(Met.at(engine));
                            // The default: what the session says.
                            return null;
                        }))
                .setExceptionCallback(failures::add)
                .register("*", new Page())
                .create();
        server.start();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        listener = server.listen(any, URIScheme.HTTPS).get(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    int port() {
        return ((InetSocketAddress) listener.getAddress()).getPort();
    }

    /** Each connection once its handshake was done, in the order in which they came. */
    Queue<Met> met() {
        return met;
    }

    /** What went wrong. */
    BlockingQueue<Exception> failures() {
        return failures;
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    /** Answers whole requests. */
    private static final class Page implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
                HttpRequest request, EntityDetails details, HttpContext context) {
            return new BasicRequestConsumer<>(details == null ? null : new BasicAsyncEntityConsumer());
        }

        @Override
        public void handle(Message<HttpRequest, byte[]> request, ResponseTrigger trigger, HttpContext context)
                throws HttpException, IOException {
            String path = request.getHead().getPath();
            byte[] body = path.equals("/echo") ? request.getBody() : Facts.page(path);
            trigger.submitResponse(
                    AsyncResponseBuilder.create(200)
                            .setEntity(body, ContentType.APPLICATION_OCTET_STREAM)
                            .build(),
                    context);
        }
    }
}
