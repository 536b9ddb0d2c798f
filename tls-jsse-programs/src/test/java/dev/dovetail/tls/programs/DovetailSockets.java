package dev.dovetail.tls.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the JDBC driver of PostgreSQL makes its sockets with: it knows the class by its name alone, and gives its
 * constructor one text.
 */
public final class DovetailSockets extends SSLSocketFactory {

    private static final Map<String, Choice> CHOICES = new ConcurrentHashMap<>();

    private final Choice choice;

    /** For the driver. */
    public DovetailSockets(String ticket) {
        choice = CHOICES.get(ticket);
    }

    /** What one connection is to be made with, and what it was made of. */
    static final class Choice implements AutoCloseable {

        private final String ticket;
        private final SSLContext context;
        private final String version;
        private volatile SSLSocket made;

        /** One version with a context. */
        Choice(SSLContext context, String version) {
            this.ticket = Integer.toHexString(System.identityHashCode(this)) + "." + System.nanoTime();
            this.context = context;
            this.version = version;
            CHOICES.put(ticket, this);
        }

        /** What the driver has to be given for the constructor. */
        String ticket() {
            return ticket;
        }

        /** The socket that was made last. */
        SSLSocket made() {
            return made;
        }

        @Override
        public void close() {
            CHOICES.remove(ticket);
        }
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) choice.context.getSocketFactory().createSocket(under, host, port, autoClose);
        socket.setEnabledProtocols(new String[] {choice.version});
        choice.made = socket;
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return choice.context.getSocketFactory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return choice.context.getSocketFactory().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return plain().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return plain().createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return plain().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return plain().createSocket(host, port, from, fromPort);
    }

    private SocketFactory plain() {
        throw new UnsupportedOperationException("the driver layers TLS over a socket of its own");
    }
}
