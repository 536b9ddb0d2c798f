package dev.dovetail.tls.programs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The JDK's HttpsServer. {@code /echo} sends the body back, {@code /last} closes. */
final class HttpsPages implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore asked = new Semaphore(0);
    private final BlockingQueue<IOException> failures = new LinkedBlockingQueue<>();

    /** Begins to serve. */
    HttpsPages(SSLContext context, String version, boolean clientCertificate) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(workers);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters choices) {
                // Once for each connection. Ports would not tell: they come again.
                connections.incrementAndGet();
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setProtocols(new String[] {version});
                parameters.setNeedClientAuth(clientCertificate);
                choices.setSSLParameters(parameters);
            }
        });
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Each request's session, in the order in which they came. */
    Queue<Met> met() {
        return met;
    }

    /** How many connections were made. */
    int connections() {
        return connections.get();
    }

    /** A permit for each request that was begun with. */
    Semaphore asked() {
        return asked;
    }

    /** What went wrong while bodies were read and written. */
    BlockingQueue<IOException> failures() {
        return failures;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.release();
            met.add(new Met(((HttpsExchange) exchange).getSSLSession(), ""));
            byte[] request = exchange.getRequestBody().readAllBytes();
            String page = exchange.getRequestURI().getPath();
            byte[] response = page.equals("/echo") ? request : Facts.page(page);
            if (page.equals("/last")) exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        } catch (IOException e) {
            failures.add(e);
            throw e;
        }
    }
}
