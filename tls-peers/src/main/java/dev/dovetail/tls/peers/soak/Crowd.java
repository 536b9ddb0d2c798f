package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.peers.Contender;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The clients: a number of connections, each followed by the next one at once. */
final class Crowd {

    private static final int MOST_SHAKING = 200;
    private static final int SHAKING_SHARE = 4;
    private static final Duration MOMENT = Duration.ofMillis(10);
    // Choice: so that about a hundred connections begin in a second, which two cores have time for, however many there
    // are at once.
    private static final int MILLIS_FOR_EACH = 10;
    private static final int LONGEST_PAUSE = 30_000;
    private static final int KNOWN_PORTS = 50;
    private static final int OTHER_PORTS = 60_000;

    private final EventLoop loop;
    private final Workers workers;
    private final Map<Contender, SSLContext> contexts;
    private final List<Contender> shares;
    private final EchoServer server;
    private final long seed;
    private final AtomicBoolean closing = new AtomicBoolean();
    private long number;
    private int shaking;
    private int mostShaking;
    private int longestPause;

    /** With clients of these contenders; one that is named more often has a larger share. */
    Crowd(
            EventLoop loop,
            Workers workers,
            Map<Contender, SSLContext> contexts,
            List<Contender> shares,
            EchoServer server,
            long seed) {
        this.loop = loop;
        this.workers = workers;
        this.contexts = contexts;
        this.shares = shares;
        this.server = server;
        this.seed = seed;
    }

    /** Opens connections. */
    void open(int connections) {
        closing.set(false);
        loop.execute(() -> {
            mostShaking = Math.max(MOST_SHAKING, connections / SHAKING_SHARE);
            longestPause = Math.min(connections * MILLIS_FOR_EACH, LONGEST_PAUSE);
            openSome(connections);
        });
    }

    /** From here on those that end are not followed by others, and nobody pauses. */
    void close() {
        closing.set(true);
        loop.execute(loop::hurry);
    }

    /** What a client may pause for at most, in milliseconds; at least one. */
    int longestPause() {
        return longestPause;
    }

    boolean closing() {
        return closing.get();
    }

    Census census() {
        return server.census();
    }

    Noise noise() {
        return server.noise();
    }

    EventLoop loop() {
        return loop;
    }

    /** A connection is through with its handshake, or has ended before. */
    void shaken() {
        shaking--;
    }

    /** A connection has ended. */
    void gone() {
        if (!closing()) loop.execute(this::connect);
    }

    /** Not all in one moment: the last of thousands of handshakes that begin together waits for all others. */
    private void openSome(int left) {
        if (closing()) return;
        int now = Math.max(0, Math.min(left, mostShaking - shaking));
        for (int i = 0; i < now; i++) connect();
        if (left > now) loop.after(MOMENT, () -> openSome(left - now));
    }

    private void connect() {
        if (closing()) return;
        shaking++;
        Life life = new Life(seed, number++, shares);
        census().begins(life);
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (channel.connect(server.address())) connected(channel, life);
            else loop.register(channel, SelectionKey.OP_CONNECT, () -> finish(channel, life));
        } catch (IOException e) {
            unconnected(life, e);
        }
    }

    private void finish(SocketChannel channel, Life life) {
        try {
            if (channel.finishConnect()) connected(channel, life);
        } catch (IOException e) {
            unconnected(life, e);
        }
    }

    private void connected(SocketChannel channel, Life life) throws IOException {
        server.ledger().enter(((InetSocketAddress) channel.getLocalAddress()).getPort(), life);
        Customer customer = new Customer(this, life);
        customer.start(new TlsLink(loop, workers, channel, engine(life), customer));
    }

    private void unconnected(Life life, IOException e) {
        census().failure(life + " is not connected", e);
        census().ended.increment();
        shaken();
        gone();
    }

    /** Sessions are remembered by host and port: which port is said tells whether there is one. */
    private SSLEngine engine(Life life) {
        SSLContext context = contexts.get(life.client());
        if (context == null) throw new IllegalStateException("no context of " + life.client());
        long port = life.remembered() ? 1 + life.number() % KNOWN_PORTS : 1 + KNOWN_PORTS + life.number() % OTHER_PORTS;
        SSLEngine engine = context.createSSLEngine(Soak.HOST, (int) port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {life.version()});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }
}
