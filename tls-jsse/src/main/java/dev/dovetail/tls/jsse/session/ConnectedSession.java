package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.jsse.setup.Protocols;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** What a finished handshake agreed on. */
public final class ConnectedSession extends TlsSession {

    private final ConnectionInfo info;
    private final SchemeNames names;
    private final char[] peerSchemes;
    private final SessionContext context;
    private final KeptSession kept;
    private final long joined;

    private ConnectedSession(
            @Nullable String peerHost,
            int peerPort,
            ConnectionInfo info,
            HandshakeProgress progress,
            SessionContext context,
            KeptSession kept) {
        super(peerHost, peerPort);
        this.info = info;
        this.names = progress.names();
        this.peerSchemes = progress.peerSchemes();
        this.context = context;
        this.kept = kept;
        this.joined = context.now().toEpochMilli();
    }

    /**
     * The session of a connection, which goes on under its name in the connections that resume it.
     *
     * @param peerHost as the application said it
     * @param peerPort as the application said it, or -1
     * @param info what was agreed
     * @param progress of its handshake
     * @param context which it joins
     * @return the session
     */
    public static ConnectedSession of(
            @Nullable String peerHost,
            int peerPort,
            ConnectionInfo info,
            HandshakeProgress progress,
            SessionContext context) {
        return context.join(info, kept -> new ConnectedSession(peerHost, peerPort, info, progress, context, kept));
    }

    KeptSession kept() {
        return kept;
    }

    @Override
    SessionValues values() {
        return kept.values();
    }

    @Override
    public byte[] getId() {
        return kept.name().clone();
    }

    @Override
    public SSLSessionContext getSessionContext() {
        return context;
    }

    /** When the peers showed who they are, which a resumption does not change. */
    @Override
    public long getCreationTime() {
        return kept.established().toEpochMilli();
    }

    /** When this connection was made. */
    @Override
    public long getLastAccessedTime() {
        return joined;
    }

    @Override
    public void invalidate() {
        context.end(kept);
    }

    @Override
    public boolean isValid() {
        return !context.isOver(kept.name(), kept.established());
    }

    @Override
    public String getCipherSuite() {
        return info.suite().suite().name();
    }

    @Override
    public String getProtocol() {
        return Protocols.name(info.version());
    }

    /** Programs cast the array to one of X.509 certificates, which the JDK's is. */
    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        return info.peerChain().isEmpty()
                ? super.getPeerCertificates()
                : info.peerChain().toArray(X509Certificate[]::new);
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        return info.peerChain().isEmpty()
                ? super.getPeerPrincipal()
                : info.peerChain().get(0).getSubjectX500Principal();
    }

    @Override
    public Certificate @Nullable [] getLocalCertificates() {
        return kept.ownChain().isEmpty() ? null : kept.ownChain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        return kept.ownChain().isEmpty() ? null : kept.ownChain().get(0).getSubjectX500Principal();
    }

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return names.own();
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return names.of(peerSchemes);
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        return ServerNameList.of(info.serverName());
    }

    /** As with the JDK, the sessions of connections that resumed each other are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectedSession session
                && session.context == context
                && Arrays.equals(session.kept.name(), kept.name());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(kept.name());
    }
}
