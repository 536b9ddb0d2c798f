package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the listening sockets of a context. For many threads. */
public final class DovetailServerSocketFactory extends SSLServerSocketFactory {

    // Choice: what the JDK takes where the caller says nothing.
    private static final int BACKLOG = 50;

    private final TlsContext context;

    /**
     * A factory of servers.
     *
     * @param context what the sockets share
     */
    public DovetailServerSocketFactory(TlsContext context) {
        this.context = context;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new ConnectionParameters(context, false, true).suites().toArray(String[]::new);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.supportedSuites().toArray(String[]::new);
    }

    /** A server socket that is not bound yet. */
    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new DovetailServerSocket(context);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, BACKLOG, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address) throws IOException {
        return new DovetailServerSocket(context, port, backlog, address);
    }
}
