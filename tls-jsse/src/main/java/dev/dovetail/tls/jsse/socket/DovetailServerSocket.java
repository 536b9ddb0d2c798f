package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections and gives each a copy of its parameters. Their handshakes are left to whoever uses them, so
 * that a peer which sends nothing keeps nobody else waiting. For many threads.
 */
public final class DovetailServerSocket extends SSLServerSocket {

    private final TlsContext context;
    private final SocketSettings settings;

    /**
     * Not bound yet.
     *
     * @param context what the accepted sockets share
     * @throws IOException if there is no socket to be had
     */
    public DovetailServerSocket(TlsContext context) throws IOException {
        this.context = context;
        this.settings = new SocketSettings(new ConnectionParameters(context, false, true));
    }

    /**
     * Bound and listening.
     *
     * @param context what the accepted sockets share
     * @param port where; 0 finds a free one
     * @param backlog how many connections wait at most
     * @param address where; null for every address of the machine
     * @throws IOException if the address can't be bound
     */
    public DovetailServerSocket(TlsContext context, int port, int backlog, @Nullable InetAddress address)
            throws IOException {
        super(port, backlog, address);
        this.context = context;
        this.settings = new SocketSettings(new ConnectionParameters(context, false, true));
    }

    @Override
    public Socket accept() throws IOException {
        Socket plain = new Socket();
        try {
            implAccept(plain);
            return DovetailSocket.accepted(context, settings.ask(ConnectionParameters::copy), plain);
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.supportedSuites().toArray(String[]::new);
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return settings.suites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        settings.tell(all -> all.suites(suites));
    }

    @Override
    public String[] getSupportedProtocols() {
        return context.supportedProtocols().toArray(String[]::new);
    }

    @Override
    public String[] getEnabledProtocols() {
        return settings.protocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        settings.tell(all -> all.protocols(protocols));
    }

    /** Of the sockets that are accepted from now on: a server may play the client's part, as FTP has it. */
    @Override
    public void setUseClientMode(boolean client) {
        settings.tell(all -> all.client(client));
    }

    @Override
    public boolean getUseClientMode() {
        return settings.ask(ConnectionParameters::client);
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        settings.askClients(need, ClientAuthentication.REQUIRED);
    }

    @Override
    public boolean getNeedClientAuth() {
        return settings.asksClients(ClientAuthentication.REQUIRED);
    }

    @Override
    public void setWantClientAuth(boolean want) {
        settings.askClients(want, ClientAuthentication.REQUESTED);
    }

    @Override
    public boolean getWantClientAuth() {
        return settings.asksClients(ClientAuthentication.REQUESTED);
    }

    @Override
    public void setEnableSessionCreation(boolean allowed) {
        settings.tell(all -> all.sessionCreation(allowed));
    }

    @Override
    public boolean getEnableSessionCreation() {
        return settings.ask(ConnectionParameters::sessionCreation);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return settings.ask(ConnectionParameters::toParameters);
    }

    @Override
    public void setSSLParameters(SSLParameters chosen) {
        settings.tell(all -> all.set(chosen));
    }

    /** Where it listens: nothing secret. */
    @Override
    public String toString() {
        return "DovetailServerSocket[" + getLocalSocketAddress() + "]";
    }
}
