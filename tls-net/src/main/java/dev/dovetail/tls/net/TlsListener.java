package dev.dovetail.tls.net;

import dev.dovetail.tls.handshake.ServerConfig;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Accepts TLS connections. Their handshakes are left to whoever uses them, so that a peer which sends nothing keeps nobody
 * else waiting. Several threads may accept.
 */
public final class TlsListener implements Closeable {

    private final ServerConfig config;
    private final ServerSocket socket;

    private TlsListener(ServerConfig config, ServerSocket socket) {
        this.config = config;
        this.socket = socket;
    }

    /**
     * Accepts on a socket that is bound already.
     *
     * @param config what the connections do
     * @param socket owned, and closed by {@link #close()}
     * @return the listener
     */
    public static TlsListener over(ServerConfig config, ServerSocket socket) {
        return new TlsListener(config, socket);
    }

    /**
     * Binds and accepts.
     *
     * @param config what the connections do
     * @param address where; port 0 finds a free one
     * @return the listener; the caller closes it
     * @throws IOException if the address can't be bound
     */
    public static TlsListener bind(ServerConfig config, InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, 512);
            return new TlsListener(config, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Where it listens.
     *
     * @return the address with the port
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /**
     * Waits for the next connection.
     *
     * @return its stream, whose handshake has not begun; the caller closes it
     * @throws IOException if the socket fails or is closed; {@link java.net.SocketTimeoutException} if the socket has a
     *     time-out
     */
    public TlsStream accept() throws IOException {
        while (true) {
            Socket accepted = socket.accept();
            try {
                return TlsStream.server(config, accepted);
            } catch (IOException gone) {
                // The peer left between connecting and here: that is its affair, not the listener's.
                accepted.close();
            }
        }
    }

    /** Accepts no more. Connections that were accepted go on. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
