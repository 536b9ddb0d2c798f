package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS socket passes on: what concerns the transport to the socket that carries it, which is its own or one that
 * somebody else has connected, and what concerns TLS to its settings.
 */
abstract sealed class CarriedSocket extends SSLSocket permits DovetailSocket {

    private static final String NO_URGENT_DATA =
            "TLS has no urgent data (RFC 8446 5.1 keeps the order of all that is sent)";

    final TlsContext context;
    final SocketSettings settings;
    final Socket carrier;
    private final boolean layered;
    private volatile boolean noDelaySaid;

    CarriedSocket(TlsContext context, ConnectionParameters parameters, Socket carrier, boolean layered) {
        this.context = context;
        this.settings = new SocketSettings(parameters);
        this.carrier = carrier;
        this.layered = layered;
    }

    /** Told once the carrier is connected to where the caller wanted. */
    abstract void connectedTo(InetSocketAddress address);

    /** Whether the application has decided about TCP_NODELAY. */
    final boolean noDelaySaid() {
        return noDelaySaid;
    }

    @Override
    public final void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public final void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (layered) throw new SocketException("the socket below is connected already");
        carrier.connect(endpoint, timeout);
        connectedTo((InetSocketAddress) endpoint);
    }

    @Override
    public final void bind(SocketAddress bindpoint) throws IOException {
        if (layered) throw new SocketException("the socket below is connected already");
        carrier.bind(bindpoint);
    }

    @Override
    public final @Nullable InetAddress getInetAddress() {
        return carrier.getInetAddress();
    }

    @Override
    public final InetAddress getLocalAddress() {
        return carrier.getLocalAddress();
    }

    @Override
    public final int getPort() {
        return carrier.getPort();
    }

    @Override
    public final int getLocalPort() {
        return carrier.getLocalPort();
    }

    @Override
    public final @Nullable SocketAddress getRemoteSocketAddress() {
        return carrier.getRemoteSocketAddress();
    }

    @Override
    public final @Nullable SocketAddress getLocalSocketAddress() {
        return carrier.getLocalSocketAddress();
    }

    /** None: who read or wrote the carrier's channel would break the connection. */
    @Override
    public final @Nullable SocketChannel getChannel() {
        return null;
    }

    @Override
    public final void setTcpNoDelay(boolean on) throws SocketException {
        noDelaySaid = true;
        carrier.setTcpNoDelay(on);
    }

    @Override
    public final boolean getTcpNoDelay() throws SocketException {
        return carrier.getTcpNoDelay();
    }

    @Override
    public final void setSoLinger(boolean on, int linger) throws SocketException {
        carrier.setSoLinger(on, linger);
    }

    @Override
    public final int getSoLinger() throws SocketException {
        return carrier.getSoLinger();
    }

    @Override
    public final void sendUrgentData(int data) throws SocketException {
        throw new SocketException(NO_URGENT_DATA);
    }

    @Override
    public final void setOOBInline(boolean on) throws SocketException {
        throw new SocketException(NO_URGENT_DATA);
    }

    @Override
    public final boolean getOOBInline() throws SocketException {
        throw new SocketException(NO_URGENT_DATA);
    }

    @Override
    public final void setSoTimeout(int timeout) throws SocketException {
        carrier.setSoTimeout(timeout);
    }

    @Override
    public final int getSoTimeout() throws SocketException {
        return carrier.getSoTimeout();
    }

    @Override
    public final void setSendBufferSize(int size) throws SocketException {
        carrier.setSendBufferSize(size);
    }

    @Override
    public final int getSendBufferSize() throws SocketException {
        return carrier.getSendBufferSize();
    }

    @Override
    public final void setReceiveBufferSize(int size) throws SocketException {
        carrier.setReceiveBufferSize(size);
    }

    @Override
    public final int getReceiveBufferSize() throws SocketException {
        return carrier.getReceiveBufferSize();
    }

    @Override
    public final void setKeepAlive(boolean on) throws SocketException {
        carrier.setKeepAlive(on);
    }

    @Override
    public final boolean getKeepAlive() throws SocketException {
        return carrier.getKeepAlive();
    }

    @Override
    public final void setTrafficClass(int trafficClass) throws SocketException {
        carrier.setTrafficClass(trafficClass);
    }

    @Override
    public final int getTrafficClass() throws SocketException {
        return carrier.getTrafficClass();
    }

    @Override
    public final void setReuseAddress(boolean on) throws SocketException {
        carrier.setReuseAddress(on);
    }

    @Override
    public final boolean getReuseAddress() throws SocketException {
        return carrier.getReuseAddress();
    }

    @Override
    public final void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        carrier.setPerformancePreferences(connectionTime, latency, bandwidth);
    }

    @Override
    public final <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        carrier.setOption(name, value);
        return this;
    }

    @Override
    public final <T> T getOption(SocketOption<T> name) throws IOException {
        return carrier.getOption(name);
    }

    @Override
    public final Set<SocketOption<?>> supportedOptions() {
        return carrier.supportedOptions();
    }

    @Override
    public final boolean isConnected() {
        return carrier.isConnected();
    }

    @Override
    public final boolean isBound() {
        return carrier.isBound();
    }

    @Override
    public final String[] getSupportedCipherSuites() {
        return context.supportedSuites().toArray(String[]::new);
    }

    @Override
    public final String[] getEnabledCipherSuites() {
        return settings.suites();
    }

    @Override
    public final void setEnabledCipherSuites(String[] suites) {
        settings.tell(all -> all.suites(suites));
    }

    @Override
    public final String[] getSupportedProtocols() {
        return context.supportedProtocols().toArray(String[]::new);
    }

    @Override
    public final String[] getEnabledProtocols() {
        return settings.protocols();
    }

    @Override
    public final void setEnabledProtocols(String[] protocols) {
        settings.tell(all -> all.protocols(protocols));
    }

    @Override
    public final boolean getUseClientMode() {
        return settings.ask(ConnectionParameters::client);
    }

    @Override
    public final void setNeedClientAuth(boolean need) {
        settings.askClients(need, ClientAuthentication.REQUIRED);
    }

    @Override
    public final boolean getNeedClientAuth() {
        return settings.asksClients(ClientAuthentication.REQUIRED);
    }

    @Override
    public final void setWantClientAuth(boolean want) {
        settings.askClients(want, ClientAuthentication.REQUESTED);
    }

    @Override
    public final boolean getWantClientAuth() {
        return settings.asksClients(ClientAuthentication.REQUESTED);
    }

    @Override
    public final void setEnableSessionCreation(boolean allowed) {
        settings.tell(all -> all.sessionCreation(allowed));
    }

    @Override
    public final boolean getEnableSessionCreation() {
        return settings.ask(ConnectionParameters::sessionCreation);
    }

    @Override
    public final SSLParameters getSSLParameters() {
        return settings.ask(ConnectionParameters::toParameters);
    }

    @Override
    public final void setSSLParameters(SSLParameters chosen) {
        settings.tell(all -> all.set(chosen));
    }
}
