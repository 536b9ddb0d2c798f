package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of a context. For many threads. */
public final class DovetailSocketFactory extends SSLSocketFactory {

    private final TlsContext context;

    /**
     * A factory of clients, and of servers over sockets that are connected.
     *
     * @param context what the sockets share
     */
    public DovetailSocketFactory(TlsContext context) {
        this.context = context;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return client().suites().toArray(String[]::new);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.supportedSuites().toArray(String[]::new);
    }

    /** A client that is not connected yet. */
    @Override
    public Socket createSocket() {
        return DovetailSocket.unconnected(context, client(), new Socket(), null);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(host, null, to(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(host, new InetSocketAddress(localHost, localPort), to(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(null, null, new InetSocketAddress(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(null, new InetSocketAddress(localAddress, localPort), new InetSocketAddress(address, port));
    }

    /**
     * A client over a socket that is connected.
     *
     * @param socket connected
     * @param host whom the application wants to reach through it
     * @param port the same; the socket itself may lead to a proxy
     * @param autoClose whether closing closes that socket too
     * @return a socket whose handshake has not begun
     * @throws IOException if the given one is not connected
     */
    @Override
    public Socket createSocket(Socket socket, @Nullable String host, int port, boolean autoClose) throws IOException {
        return DovetailSocket.layered(context, client(), new Layer(socket, null, autoClose), host);
    }

    /**
     * A server over a socket that is connected, of which something may have been read.
     *
     * @param socket connected
     * @param consumed what was read of it; null for nothing
     * @param autoClose whether closing closes that socket too
     * @return a socket whose handshake has not begun
     * @throws IOException if the given one is not connected
     */
    @Override
    public Socket createSocket(Socket socket, @Nullable InputStream consumed, boolean autoClose) throws IOException {
        Objects.requireNonNull(socket, "a socket is wanted, not null");
        ConnectionParameters server = new ConnectionParameters(context, false, true);
        return DovetailSocket.layered(context, server, new Layer(socket, consumed, autoClose), null);
    }

    private ConnectionParameters client() {
        return new ConnectionParameters(context, true, true);
    }

    private Socket connected(@Nullable String host, @Nullable InetSocketAddress from, InetSocketAddress to)
            throws IOException {
        DovetailSocket socket = DovetailSocket.unconnected(context, client(), new Socket(), host);
        try {
            if (from != null) socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException | RuntimeException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /** Without a name it is this machine, as with any socket. */
    private static InetSocketAddress to(@Nullable String host, int port) throws IOException {
        return host == null
                ? new InetSocketAddress(InetAddress.getByName(null), port)
                : new InetSocketAddress(host, port);
    }
}
