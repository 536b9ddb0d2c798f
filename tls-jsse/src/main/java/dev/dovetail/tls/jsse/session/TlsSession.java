package dev.dovetail.tls.jsse.session;

import java.security.Principal;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** What all sessions have in common: the peer's address, times, values and sizes. */
public abstract sealed class TlsSession extends ExtendedSSLSession
        permits NoSession, HandshakeSession, ConnectedSession {

    /** Header, 2^14 bytes and what TLS 1.2 may add (RFC 5246 6.2.3): what no record of any version exceeds. */
    private static final int LONGEST_RECORD = 5 + (1 << 14) + 2048;

    /**
     * 2^14 bytes of content, and what TLS 1.3 may put behind it: with so much room a record is decrypted straight into the
     * caller's array.
     */
    private static final int LONGEST_CONTENT = (1 << 14) + 256;

    private static final byte[] NO_ID = new byte[0];

    private final @Nullable String peerHost;
    private final int peerPort;
    private final long created = System.currentTimeMillis();

    TlsSession(@Nullable String peerHost, int peerPort) {
        this.peerHost = peerHost;
        this.peerPort = peerPort;
    }

    /** What the application keeps with it. */
    abstract SessionValues values();

    @Override
    public byte[] getId() {
        return NO_ID.clone();
    }

    @Override
    public @Nullable SSLSessionContext getSessionContext() {
        return null;
    }

    @Override
    public long getCreationTime() {
        return created;
    }

    @Override
    public long getLastAccessedTime() {
        return created;
    }

    @Override
    public void invalidate() {}

    @Override
    public boolean isValid() {
        return false;
    }

    @Override
    public final void putValue(String name, Object value) {
        values().put(this, name, value);
    }

    @Override
    public final @Nullable Object getValue(String name) {
        return values().get(name);
    }

    @Override
    public final void removeValue(String name) {
        values().remove(this, name);
    }

    @Override
    public final String[] getValueNames() {
        return values().names();
    }

    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        throw new SSLPeerUnverifiedException("the peer has shown no certificate");
    }

    @Override
    public Certificate @Nullable [] getLocalCertificates() {
        return null;
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        throw new SSLPeerUnverifiedException("the peer has shown no certificate");
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        return null;
    }

    @Override
    public final @Nullable String getPeerHost() {
        return peerHost;
    }

    @Override
    public final int getPeerPort() {
        return peerPort;
    }

    @Override
    public final int getPacketBufferSize() {
        return LONGEST_RECORD;
    }

    @Override
    public final int getApplicationBufferSize() {
        return LONGEST_CONTENT;
    }

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return new String[0];
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return new String[0];
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        return List.of();
    }

    @Override
    public List<byte[]> getStatusResponses() {
        return List.of();
    }

    /** Version, suite and peer: nothing secret. */
    @Override
    public final String toString() {
        return "Session[" + getProtocol() + " " + getCipherSuite() + (peerHost == null ? "" : ", " + peerHost) + "]";
    }
}
