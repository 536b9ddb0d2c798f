package dev.dovetail.tls.peers.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Accepts connections on the loopback address and echoes.
 *
 * @param loop its event loop
 * @param workers for delegated tasks
 * @param context what its engines are made of
 * @param ledger tells whose connections they are
 * @param noise what clients send
 * @param census what happened
 * @param listener bound, and accepting from {@link #start} on
 */
record EchoServer(
        EventLoop loop,
        Workers workers,
        SSLContext context,
        Ledger ledger,
        Noise noise,
        Census census,
        ServerSocketChannel listener) {

    private static final int BACKLOG = 4096;

    static ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    void start() {
        loop.execute(() -> {
            try {
                loop.register(listener, SelectionKey.OP_ACCEPT, this::accept);
            } catch (IOException e) {
                census.failure("the server does not listen", e);
            }
        });
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void accept() {
        try {
            for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
                census.accepted.increment();
                serve(channel);
            }
        } catch (IOException e) {
            census.failure("the server does not accept", e);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        int port = ((InetSocketAddress) channel.getRemoteAddress()).getPort();
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        Echo echo = new Echo(this, ledger.arrived(port));
        TlsLink link = new TlsLink(loop, workers, channel, engine, echo);
        echo.over(link);
        link.start();
    }
}
