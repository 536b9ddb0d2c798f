package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.jsse.TlsConnection;
import dev.dovetail.tls.jsse.credential.SocketAsker;
import dev.dovetail.tls.jsse.session.ConnectedSession;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import dev.dovetail.tls.jsse.session.HandshakeSession;
import dev.dovetail.tls.jsse.session.NoSession;
import dev.dovetail.tls.jsse.setup.ConnectionConfigs;
import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import dev.dovetail.tls.net.SocketUse;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection behind the JDK's interface. The handshake begins with {@link #startHandshake}, the first read or
 * write, or {@link #getSession}; what was said before counts. One thread may read while another writes; closing, from
 * any thread, ends both.
 */
public final class DovetailSocket extends CarriedSocket implements TlsConnection {

    // Choice: how long closing waits for a thread whose write the peer does not take, unless SO_LINGER says.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    // Choice: how long for the close_notify of a peer with whom plain bytes are to be exchanged behind it.
    private static final Duration PATIENCE_WITH_PEER = Duration.ofSeconds(30);

    private final SocketUse use;
    private final HandshakeListeners listeners = new HandshakeListeners();
    private final SocketInput input = new SocketInput(this);
    private final SocketOutput output = new SocketOutput(this);
    private final AtomicBoolean closed = new AtomicBoolean();
    private List<TlsObserver> observers = List.of();
    private @Nullable BiFunction<SSLSocket, List<String>, String> selector;
    private volatile @Nullable SocketLink link;
    private volatile @Nullable String peerHost;
    private volatile boolean inputShut;
    private volatile boolean outputShut;

    private DovetailSocket(
            TlsContext context, ConnectionParameters parameters, Socket carrier, SocketUse use, boolean layered) {
        super(context, parameters, carrier, layered);
        this.use = use;
    }

    /**
     * A socket that connects by itself; the host is where the application wants to go, or null if that is to be seen.
     */
    static DovetailSocket unconnected(
            TlsContext context, ConnectionParameters parameters, Socket own, @Nullable String host) {
        SocketUse use = use(context).withoutAwaitingPeer();
        DovetailSocket socket = new DovetailSocket(context, parameters, own, use, false);
        socket.peerHost = host;
        return socket;
    }

    /** A socket that a server has accepted. */
    static DovetailSocket accepted(TlsContext context, ConnectionParameters parameters, Socket accepted) {
        DovetailSocket socket = unconnected(context, parameters, accepted, null);
        socket.peerHost = accepted.getInetAddress().getHostAddress();
        return socket;
    }

    /** A socket over one that somebody else has connected. */
    static DovetailSocket layered(
            TlsContext context, ConnectionParameters parameters, Layer layer, @Nullable String host)
            throws SocketException {
        if (!layer.socket().isConnected()) throw new SocketException("the socket below is not connected");
        SocketUse use = layer.autoClose()
                ? use(context).withoutAwaitingPeer()
                : use(context).leavingOpen();
        InputStream consumed = layer.consumed();
        if (consumed != null) use = use.behind(consumed);
        DovetailSocket socket = new DovetailSocket(context, parameters, layer.socket(), use, true);
        socket.peerHost = host == null || host.isEmpty() ? address(layer.socket()) : host;
        return socket;
    }

    private static SocketUse use(TlsContext context) {
        Set<ProtocolVersion> answered = context.settings().closeAcknowledged()
                ? Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3)
                : Set.of(ProtocolVersion.TLS_1_2);
        SocketUse use = SocketUse.owned().withOwnTimeouts().answeringClose(answered);
        return context.settings().truncationReported() ? use : use.insecureTruncation();
    }

    /** The name that the address was made from, else its literal: the name service is not asked, who answers there. */
    private static @Nullable String address(Socket connected) {
        return connected.getRemoteSocketAddress() instanceof InetSocketAddress there ? there.getHostString() : null;
    }

    @Override
    void connectedTo(InetSocketAddress there) {
        String named = peerHost;
        if (named == null || named.isEmpty()) peerHost = there.getHostString();
    }

    @Override
    public void startHandshake() throws IOException {
        SocketLink running = begun();
        if (running.session() == null) running.handshake();
        else running.handshakeAgain();
    }

    @Override
    public SSLSession getSession() {
        try {
            return begun().handshake();
        } catch (IOException failed) {
            // The interface has no word for it; a session that protects nothing says enough.
            return new NoSession(peerHost, getPort());
        }
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        SocketLink running = link;
        return running == null ? null : running.progress().session();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        requireConnected();
        if (isInputShutdown()) throw new SocketException("Socket input is shutdown");
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        requireConnected();
        if (isOutputShutdown()) throw new SocketException("Socket output is shutdown");
        return output;
    }

    /**
     * Ends reading.
     *
     * @throws javax.net.ssl.SSLException if the peer's close_notify has not come: data may be missing
     * @throws SocketException if the socket is not connected, or is closed
     */
    @Override
    public void shutdownInput() throws IOException {
        requireConnected();
        if (isInputShutdown()) return;
        inputShut = true;
        SocketLink running = linkAtLast();
        if (running != null) running.closeInput();
        else if (!use.leftOpen()) carrier.shutdownInput();
    }

    /**
     * Ends writing with close_notify. In TLS 1.3 reading goes on as long as the peer likes; in TLS 1.2 the peer ends
     * its side too.
     *
     * @throws SocketException if the socket is not connected, or is closed
     * @throws IOException if it can't be sent
     */
    @Override
    public void shutdownOutput() throws IOException {
        requireConnected();
        if (isOutputShutdown()) return;
        SocketLink running = linkBeforeShutdown();
        if (running != null) running.closeOutput();
        if (!use.leftOpen() && !carrier.isOutputShutdown()) carrier.shutdownOutput();
    }

    @Override
    public boolean isInputShutdown() {
        return inputShut;
    }

    @Override
    public boolean isOutputShutdown() {
        SocketLink running = link;
        return outputShut || (running != null && running.outputClosed());
    }

    /**
     * Ends the connection with close_notify, and wakes whoever reads or writes. A thread that is writing is waited
     * for, as long as SO_LINGER says or three seconds. A socket below that is to be left open is open behind the
     * peer's close_notify; if that does not come within SO_TIMEOUT, or half a minute, it is closed after all.
     */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) return;
        SocketLink running = linkAtLast();
        try {
            if (running != null) running.close(patience());
        } finally {
            if (!use.leftOpen()) carrier.close();
        }
    }

    @Override
    public boolean isClosed() {
        return closed.get() || carrier.isClosed();
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void setUseClientMode(boolean client) {
        settings.tell(all -> {
            if (link != null && client != all.client()) {
                throw new IllegalArgumentException("the role can't change when the handshake has begun");
            }
            all.client(client);
        });
    }

    @Override
    public @Nullable String getApplicationProtocol() {
        return info().map(info -> info.applicationProtocol().orElse("")).orElse(null);
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        SocketLink running = link;
        HandshakeSession handshake = running == null ? null : running.progress().session();
        return handshake == null ? null : handshake.applicationProtocol();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(@Nullable BiFunction<SSLSocket, List<String>, String> chooser) {
        settings.tell(all -> selector = chooser);
    }

    @Override
    public @Nullable BiFunction<SSLSocket, List<String>, String> getHandshakeApplicationProtocolSelector() {
        settings.lock.lock();
        try {
            return selector;
        } finally {
            settings.lock.unlock();
        }
    }

    @Override
    public Optional<ConnectionInfo> info() {
        SocketLink running = link;
        return running == null ? Optional.empty() : running.info();
    }

    @Override
    public void observe(TlsObserver observer) {
        settings.tell(all -> {
            if (link != null) throw new IllegalStateException("the handshake has begun");
            observers = new ArrayList<>(observers);
            observers.add(observer);
        });
    }

    @Override
    public Secret export(String label, byte @Nullable [] derivation, int length) {
        SocketLink running = link;
        if (running == null) throw new IllegalStateException("the handshake is not done");
        return running.export(label, derivation, length);
    }

    /** Role, peer and session: nothing secret. */
    @Override
    public String toString() {
        SocketLink running = link;
        ConnectedSession session = running == null ? null : running.session();
        return "DovetailSocket[" + (getUseClientMode() ? "client, " : "server, ") + peerHost + ":" + getPort() + ", "
                + (session == null ? "no handshake yet" : session) + "]";
    }

    /** The running connection; the first call of whatever kind begins it. */
    SocketLink begun() throws IOException {
        SocketLink running = link;
        if (running != null) return running;
        settings.lock.lock();
        try {
            running = link;
            if (running != null) return running;
            requireConnected();
            if (inputShut || outputShut) throw new SocketException("one side of the connection is closed");
            running = begin(settings.parameters);
            link = running;
            return running;
        } finally {
            settings.lock.unlock();
        }
    }

    int available() throws IOException {
        SocketLink running = link;
        return running == null ? 0 : running.available();
    }

    private SocketLink begin(ConnectionParameters parameters) throws IOException {
        HandshakeProgress progress = new HandshakeProgress(peerHost, getPort());
        BiFunction<SSLSocket, List<String>, String> chooser = selector;
        ConnectionConfigs configs = new ConnectionConfigs(
                context,
                parameters,
                new SocketAsker(this),
                progress,
                peerHost,
                getPort(),
                observers,
                chooser == null ? null : offered -> chooser.apply(this, offered));
        TlsConfig config = configs.make();
        boolean noDelay = getTcpNoDelay();
        TlsStream stream = config instanceof ClientConfig client
                ? TlsStream.client(client, carrier, use)
                : TlsStream.server((ServerConfig) config, carrier, use);
        // The stream's own choice is made where the application made none.
        if (noDelaySaid()) carrier.setTcpNoDelay(noDelay);
        boolean client = parameters.client();
        return new SocketLink(
                stream,
                progress,
                info -> ConnectedSession.of(peerHost, getPort(), info, progress, context.sessions(client)),
                session -> listeners.tell(new HandshakeCompletedEvent(this, session)));
    }

    /** None is made from now on: who closes has said so before. */
    private @Nullable SocketLink linkAtLast() {
        settings.lock.lock();
        try {
            return link;
        } finally {
            settings.lock.unlock();
        }
    }

    /** Without a handshake there is nothing to be said to the peer, and none can begin any more. */
    private @Nullable SocketLink linkBeforeShutdown() {
        settings.lock.lock();
        try {
            if (link == null) outputShut = true;
            return link;
        } finally {
            settings.lock.unlock();
        }
    }

    private void requireConnected() throws SocketException {
        if (isClosed()) throw new SocketException("Socket is closed");
        if (!isConnected()) throw new SocketException("Socket is not connected");
    }

    private Duration patience() {
        try {
            if (use.leftOpen()) {
                int timeout = carrier.getSoTimeout();
                return timeout > 0 ? Duration.ofMillis(timeout) : PATIENCE_WITH_PEER;
            }
            int linger = carrier.getSoLinger();
            return linger < 0 ? PATIENCE : Duration.ofSeconds(linger).plusMillis(1);
        } catch (SocketException gone) {
            return PATIENCE;
        }
    }
}
