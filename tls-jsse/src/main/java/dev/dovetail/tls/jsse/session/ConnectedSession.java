package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.jsse.setup.Protocols;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** What a finished handshake agreed on. */
public final class ConnectedSession extends TlsSession {

    private final ConnectionInfo info;
    private final SchemeNames names;
    private final List<Integer> peerSchemes;
    private final SessionContext context;
    private final byte[] id;
    private volatile boolean invalidated;

    /**
     * A session under a number of its own: none that a peer could name, since sessions are not resumed.
     *
     * @param peerHost as the application said it
     * @param peerPort as the application said it, or -1
     * @param info what was agreed
     * @param names of the schemes that were enabled
     * @param peerSchemes numbers of the schemes that the peer accepts; empty if it was not asked to choose
     * @param context which it joins
     */
    public ConnectedSession(
            @Nullable String peerHost,
            int peerPort,
            ConnectionInfo info,
            SchemeNames names,
            List<Integer> peerSchemes,
            SessionContext context) {
        super(peerHost, peerPort);
        this.info = info;
        this.names = names;
        this.peerSchemes = List.copyOf(peerSchemes);
        this.context = context;
        this.id = context.join(this);
    }

    @Override
    public byte[] getId() {
        return id.clone();
    }

    @Override
    public SSLSessionContext getSessionContext() {
        return context;
    }

    @Override
    public void invalidate() {
        invalidated = true;
        context.leave(id);
    }

    @Override
    public boolean isValid() {
        return !invalidated && !context.isOver(this);
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
        return info.ownChain().isEmpty() ? null : info.ownChain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        return info.ownChain().isEmpty() ? null : info.ownChain().get(0).getSubjectX500Principal();
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
}
