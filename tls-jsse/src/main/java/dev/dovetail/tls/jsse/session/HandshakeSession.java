package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.jsse.setup.Protocols;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What a handshake has settled so far: for key managers, trust managers and protocol selectors. */
public final class HandshakeSession extends TlsSession {

    private final HandshakeFacts facts;
    private final List<X509Certificate> peerChain;
    private final SchemeNames names;
    private final SessionValues values = new SessionValues();

    /**
     * A view of a handshake.
     *
     * @param peerHost as the application said it
     * @param peerPort as the application said it, or -1
     * @param facts what is settled
     * @param peerChain what the peer has shown, not judged yet; empty before
     * @param names of the schemes that may be used
     */
    public HandshakeSession(
            @Nullable String peerHost,
            int peerPort,
            HandshakeFacts facts,
            List<X509Certificate> peerChain,
            SchemeNames names) {
        super(peerHost, peerPort);
        this.facts = facts;
        this.peerChain = List.copyOf(peerChain);
        this.names = names;
    }

    @Override
    SessionValues values() {
        return values;
    }

    @Override
    public String getCipherSuite() {
        return facts.suite().map(UsableSuite::suite).map(suite -> suite.name()).orElse("SSL_NULL_WITH_NULL_NULL");
    }

    @Override
    public String getProtocol() {
        return Protocols.name(facts.version());
    }

    /**
     * The application protocol.
     *
     * @return null before it is chosen
     */
    public @Nullable String applicationProtocol() {
        return facts.applicationProtocol().orElse(null);
    }

    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        return peerChain.isEmpty() ? super.getPeerCertificates() : peerChain.toArray(X509Certificate[]::new);
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        return peerChain.isEmpty() ? super.getPeerPrincipal() : peerChain.get(0).getSubjectX500Principal();
    }

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return names.own();
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return names.of(SchemeNames.packed(facts.peerSchemes()));
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        return ServerNameList.of(facts.serverName());
    }
}
