package dev.dovetail.tls.programs;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/** Undertow with HTTP/1.1 and HTTP/2. */
final class UndertowSite implements Site {

    private final Pages pages = new Pages();
    private final Undertow server;

    private UndertowSite(SSLContext context, SslClientAuthMode clients) {
        server = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(8)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                // It would take 2 MB.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 2L * Facts.LARGE)
                .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, clients)
                .addHttpsListener(0, "127.0.0.1", context, new BlockingHandler(this::handle))
                .build();
    }

    static UndertowSite start(SSLContext context, boolean clients) {
        UndertowSite site =
                new UndertowSite(context, clients ? SslClientAuthMode.REQUIRED : SslClientAuthMode.NOT_REQUESTED);
        site.server.start();
        return site;
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void handle(HttpServerExchange exchange) throws IOException {
        byte[] body = exchange.getInputStream().readAllBytes();
        Visit visit = new Visit(
                exchange.getRequestPath(),
                exchange.getProtocol().toString(),
                exchange.getConnection().getSslSessionInfo().getSSLSession());
        Pages.Answer answer = pages.answer(visit, body);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.type());
        exchange.setResponseContentLength(answer.body().length);
        if (answer.last()) exchange.setPersistent(false);
        exchange.getOutputStream().write(answer.body());
    }
}
