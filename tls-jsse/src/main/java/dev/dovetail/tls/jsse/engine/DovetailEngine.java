package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.jsse.TlsConnection;
import dev.dovetail.tls.jsse.credential.EngineAsker;
import dev.dovetail.tls.jsse.session.ConnectedSession;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import dev.dovetail.tls.jsse.session.HandshakeSession;
import dev.dovetail.tls.jsse.session.NoSession;
import dev.dovetail.tls.jsse.session.TlsSession;
import dev.dovetail.tls.jsse.setup.ConnectionConfigs;
import dev.dovetail.tls.jsse.setup.ConnectionParameters;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * One connection behind the JDK's interface. Each call of {@code wrap} makes one record at most, each of {@code unwrap} reads
 * one at most; every slow step is a delegated task. For several threads, one at a time inside; tasks run outside.
 */
public final class DovetailEngine extends SSLEngine implements TlsConnection {

    private final TlsContext context;
    private final ConnectionParameters parameters;
    private final HandshakeProgress progress;
    private List<TlsObserver> observers = List.of();
    private @Nullable BiFunction<SSLEngine, List<String>, String> selector;
    private @Nullable Link link;
    private boolean closedBefore;
    private TlsSession session;

    /**
     * An engine whose role is to be said.
     *
     * @param context what it shares
     * @param host whom the application wants to reach, or null
     * @param port the same, or -1
     */
    public DovetailEngine(TlsContext context, @Nullable String host, int port) {
        super(host, port);
        this.context = context;
        this.parameters = new ConnectionParameters(context, false, false);
        this.progress = new HandshakeProgress(host, port);
        this.session = new NoSession(host, port);
    }

    @Override
    public synchronized SSLEngineResult wrap(ByteBuffer source, ByteBuffer destination) throws SSLException {
        Buffers.require(source, "a source");
        Buffers.requireWritable(destination);
        return closedBefore ? closed() : begun().wrap(source, destination);
    }

    @Override
    public synchronized SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer destination)
            throws SSLException {
        Buffers.require(sources, offset, length);
        Buffers.requireWritable(destination);
        return closedBefore ? closed() : begun().wrap(sources, offset, length, destination);
    }

    @Override
    public synchronized SSLEngineResult unwrap(ByteBuffer source, ByteBuffer destination) throws SSLException {
        Buffers.require(source, "a source");
        Buffers.requireWritable(destination);
        return closedBefore ? closed() : begun().unwrap(source, destination);
    }

    @Override
    public synchronized SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] destinations, int offset, int length)
            throws SSLException {
        Buffers.require(source, "a source");
        Buffers.requireWritable(destinations, offset, length);
        return closedBefore ? closed() : begun().unwrap(source, destinations, offset, length);
    }

    @Override
    public synchronized @Nullable Runnable getDelegatedTask() {
        return link == null ? null : link.task();
    }

    @Override
    public synchronized void beginHandshake() throws SSLException {
        if (closedBefore) throw new SSLException("the engine is closed");
        if (link == null) begun().hasOutput();
        else link.handshakeAgain();
    }

    @Override
    public synchronized HandshakeStatus getHandshakeStatus() {
        return link == null ? HandshakeStatus.NOT_HANDSHAKING : link.status();
    }

    @Override
    public synchronized void closeInbound() throws SSLException {
        if (link == null) {
            closedBefore = true;
            return;
        }
        try {
            link.closeInbound();
        } finally {
            link.forgetIfDone();
        }
    }

    @Override
    public synchronized boolean isInboundDone() {
        return closedBefore || (link != null && link.inboundDone());
    }

    @Override
    public synchronized void closeOutbound() {
        if (link == null) closedBefore = true;
        else link.closeOutbound();
    }

    @Override
    public synchronized boolean isOutboundDone() {
        return closedBefore || (link != null && link.outboundDone());
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.supportedSuites().toArray(String[]::new);
    }

    @Override
    public synchronized String[] getEnabledCipherSuites() {
        return parameters.suites().toArray(String[]::new);
    }

    @Override
    public synchronized void setEnabledCipherSuites(String[] suites) {
        parameters.suites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return context.supportedProtocols().toArray(String[]::new);
    }

    @Override
    public synchronized String[] getEnabledProtocols() {
        return parameters.protocols().toArray(String[]::new);
    }

    @Override
    public synchronized void setEnabledProtocols(String[] protocols) {
        parameters.protocols(protocols);
    }

    @Override
    public synchronized SSLSession getSession() {
        return session;
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        return progress.session();
    }

    @Override
    public synchronized void setUseClientMode(boolean client) {
        if (link != null && client != parameters.client()) {
            throw new IllegalArgumentException("the role can't change when the handshake has begun");
        }
        parameters.client(client);
    }

    @Override
    public synchronized boolean getUseClientMode() {
        return parameters.client();
    }

    @Override
    public synchronized void setNeedClientAuth(boolean need) {
        parameters.clientAuthentication(need ? ClientAuthentication.REQUIRED : ClientAuthentication.NONE);
    }

    @Override
    public synchronized boolean getNeedClientAuth() {
        return parameters.clientAuthentication() == ClientAuthentication.REQUIRED;
    }

    @Override
    public synchronized void setWantClientAuth(boolean want) {
        parameters.clientAuthentication(want ? ClientAuthentication.REQUESTED : ClientAuthentication.NONE);
    }

    @Override
    public synchronized boolean getWantClientAuth() {
        return parameters.clientAuthentication() == ClientAuthentication.REQUESTED;
    }

    @Override
    public synchronized void setEnableSessionCreation(boolean allowed) {
        parameters.sessionCreation(allowed);
    }

    @Override
    public synchronized boolean getEnableSessionCreation() {
        return parameters.sessionCreation();
    }

    @Override
    public synchronized SSLParameters getSSLParameters() {
        return parameters.toParameters();
    }

    @Override
    public synchronized void setSSLParameters(SSLParameters chosen) {
        parameters.set(chosen);
    }

    @Override
    public synchronized @Nullable String getApplicationProtocol() {
        if (link == null) return null;
        return link.tls
                .info()
                .map(info -> info.applicationProtocol().orElse(""))
                .orElse(null);
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        HandshakeSession handshake = progress.session();
        return handshake == null ? null : handshake.applicationProtocol();
    }

    @Override
    public synchronized void setHandshakeApplicationProtocolSelector(
            BiFunction<SSLEngine, List<String>, String> chooser) {
        selector = chooser;
    }

    @Override
    public synchronized @Nullable BiFunction<SSLEngine, List<String>, String>
            getHandshakeApplicationProtocolSelector() {
        return selector;
    }

    @Override
    public synchronized Optional<ConnectionInfo> info() {
        return link == null ? Optional.empty() : link.tls.info();
    }

    @Override
    public synchronized void observe(TlsObserver observer) {
        if (link != null) throw new IllegalStateException("the handshake has begun");
        observers = new ArrayList<>(observers);
        observers.add(observer);
    }

    @Override
    public synchronized Secret export(String label, byte @Nullable [] derivation, int length) {
        if (link == null) throw new IllegalStateException("the handshake is not done");
        return link.tls.export(label, derivation, length);
    }

    /** Role, state and session: nothing secret. */
    @Override
    public synchronized String toString() {
        return "DovetailEngine[" + (parameters.client() ? "client, " : "server, ")
                + (link == null ? "not begun" : link.tls.state()) + ", " + session + "]";
    }

    private static SSLEngineResult closed() {
        return new SSLEngineResult(Status.CLOSED, HandshakeStatus.NOT_HANDSHAKING, 0, 0);
    }

    /** The running connection; the first call of whatever kind begins it. */
    private Link begun() throws SSLException {
        Link running = link;
        if (running != null) return running;
        if (!parameters.roleSaid()) throw new IllegalStateException("setUseClientMode has to be called first");
        BiFunction<SSLEngine, List<String>, String> chooser = selector;
        ConnectionConfigs configs = new ConnectionConfigs(
                context,
                parameters,
                new EngineAsker(this),
                progress,
                getPeerHost(),
                getPeerPort(),
                observers,
                chooser == null ? null : offered -> chooser.apply(this, offered));
        running = new Link(
                ConnectionConfigs.engine(configs.make()),
                context.scratch(),
                context.settings().closeAcknowledged(),
                this::connected,
                progress::ended);
        link = running;
        return running;
    }

    private void connected(ConnectionInfo info) {
        session = ConnectedSession.of(
                getPeerHost(), getPeerPort(), info, progress, context.sessions(parameters.client()));
        progress.ended();
    }
}
