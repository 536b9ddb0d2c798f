package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs cast what a session answers to arrays of X.509 certificates, since the JDK's arrays are such. */
class CertificateArraysTest {

    @ParameterizedTest
    @EnumSource(names = {"TLS13_CLIENT_CERTIFICATE", "TLS12_CLIENT_CERTIFICATE"})
    void ofAFinishedHandshake(Course course) throws SSLPeerUnverifiedException {
        Conversation talk = course.connected(Plan.plain());
        for (Role role : Role.values()) {
            SSLSession session = talk.engine(role).getSession();
            X509Certificate[] own = (X509Certificate[]) session.getLocalCertificates();
            X509Certificate[] peers = (X509Certificate[]) session.getPeerCertificates();
            assertThat(own).hasSize(1);
            assertThat(peers).isEqualTo(talk.engine(role.peer()).getSession().getLocalCertificates());
            // The caller's own.
            peers[0] = own[0];
            assertThat(session.getPeerCertificates()[0]).isNotEqualTo(own[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void ofAHandshakeUnderWay(Course course) {
        List<Certificate[]> seen = new ArrayList<>();
        SSLEngine client =
                Contexts.context(null, new TrustManager[] {new Looking(seen)}).createSSLEngine();
        client.setUseClientMode(true);
        client.setEnabledProtocols(new String[] {course.protocol()});
        Conversation.between(client, course.server(), Plan.plain()).handshake();
        assertThat(seen).hasSize(1);
        assertThat((X509Certificate[]) seen.get(0)).hasSize(1);
    }

    /** Trusts everybody, and looks at the handshake's session. */
    private static final class Looking extends X509ExtendedTrustManager {

        private final List<Certificate[]> seen;

        private Looking(List<Certificate[]> seen) {
            this.seen = seen;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            try {
                seen.add(engine.getHandshakeSession().getPeerCertificates());
            } catch (SSLPeerUnverifiedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("without the engine");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new AssertionError("no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("without the engine");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
