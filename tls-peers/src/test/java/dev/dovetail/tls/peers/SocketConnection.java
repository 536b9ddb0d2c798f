package dev.dovetail.tls.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Two sockets on the loopback address: the server's accepted, the client's over a socket that is connected. */
final class SocketConnection implements Connection {

    private static final int PATIENCE_SECONDS = 20;

    private final Map<Side, SSLSocket> sockets = new EnumMap<>(Side.class);
    private final Map<Side, IOException> failures = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> closings = new ArrayList<>();

    SocketConnection(SSLContext client, SSLContext server, Setting setting) throws IOException {
        try (SSLServerSocket listener = listener(server)) {
            connect(client, listener, setting);
        }
    }

    /** To a server that listens on. */
    SocketConnection(SSLContext client, SSLServerSocket listener, Setting setting) throws IOException {
        connect(client, listener, setting);
    }

    static SSLServerSocket listener(SSLContext server) throws IOException {
        return (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private void connect(SSLContext client, SSLServerSocket listener, Setting setting) throws IOException {
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
        sockets.put(
                Side.CLIENT,
                prepared(
                        client.getSocketFactory().createSocket(tcp, setting.host(), tcp.getPort(), true),
                        setting.client()));
        sockets.put(Side.SERVER, prepared(listener.accept(), setting.server()));
    }

    private static SSLSocket prepared(Socket tcp, Consumer<SSLParameters> changes) throws IOException {
        SSLSocket socket = (SSLSocket) tcp;
        socket.setSoTimeout(PATIENCE_SECONDS * 1000);
        SSLParameters parameters = socket.getSSLParameters();
        changes.accept(parameters);
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public void handshake() throws IOException {
        CompletableFuture<Void> there = background(() -> shake(Side.SERVER));
        shake(Side.CLIENT);
        await(there);
    }

    /** In TLS 1.3 the client is through before the server has looked at its certificate: only a read would tell it. */
    private void shake(Side side) {
        try {
            socket(side).startHandshake();
        } catch (IOException e) {
            failures.put(side, e);
            // A peer that waits for more must not wait for ever.
            try {
                socket(side).close();
            } catch (IOException ignored) {
                // The first failure is the one to tell.
            }
        }
    }

    @Override
    public Optional<IOException> failure(Side side) {
        return Optional.ofNullable(failures.get(side));
    }

    @Override
    public byte[] carry(Side from, byte[] data) throws IOException {
        CompletableFuture<Void> sending = background(() -> {
            socket(from).getOutputStream().write(data);
            socket(from).getOutputStream().flush();
        });
        byte[] received = socket(from.peer()).getInputStream().readNBytes(data.length);
        await(sending);
        return received;
    }

    @Override
    public ExtendedSSLSession session(Side side) {
        return (ExtendedSSLSession) socket(side).getSession();
    }

    @Override
    public Object end(Side side) {
        return socket(side);
    }

    @Override
    public String application(Side side) {
        return socket(side).getApplicationProtocol();
    }

    @Override
    public void handshakeAgain(Side side) throws IOException {
        socket(side).startHandshake();
    }

    @Override
    public void closeOutput(Side side) throws IOException {
        socket(side).shutdownOutput();
    }

    @Override
    public boolean sawEnd(Side side) throws IOException {
        return socket(side).getInputStream().read() < 0;
    }

    /** Some wait for the peer's close_notify, which is sent by another thread. */
    @Override
    public void close(Side side) throws IOException {
        closings.add(background(() -> socket(side).close()));
    }

    @Override
    public void close() throws IOException {
        for (Side side : Side.values()) close(side);
        for (CompletableFuture<Void> closing : closings) await(closing);
    }

    private SSLSocket socket(Side side) {
        return sockets.get(side);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> background(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private static void await(CompletableFuture<Void> work) throws IOException {
        try {
            work.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException reason ? reason : new IOException(e.getCause());
        }
    }
}
