package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Key and trust managers that note what they could see of the engine that asks them. */
final class Watch {

    private final X509ExtendedKeyManager keys;
    private final X509ExtendedTrustManager trust;
    private final List<Seen> seen = new ArrayList<>();

    /**
     * What was to be seen in one call.
     *
     * @param call the method
     * @param engine who asked
     * @param protocol of the handshake's session
     * @param suite of the handshake's session
     * @param host the peer's, by the handshake's session
     * @param names the names that the client asked for
     */
    record Seen(String call, SSLEngine engine, String protocol, String suite, String host, List<String> names) {}

    Watch(KeyManager[] keys, TrustManager[] trust) {
        this.keys = (X509ExtendedKeyManager) keys[0];
        this.trust = (X509ExtendedTrustManager) trust[0];
    }

    SSLContext context() {
        return Contexts.context(new KeyManager[] {new Keys()}, new TrustManager[] {new Trust()});
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** These calls were made, by this engine, and could see what is agreed now. */
    void check(SSLEngine engine, String... calls) {
        assertThat(seen()).extracting(Seen::call).contains(calls);
        assertThat(seen()).allSatisfy(one -> {
            assertThat(one.engine()).isSameAs(engine);
            assertThat(one.protocol()).isEqualTo(engine.getSession().getProtocol());
            // In TLS 1.2 it depends on the key which suite it will be.
            boolean known = one.call().startsWith("check");
            if (known) assertThat(one.suite()).isEqualTo(engine.getSession().getCipherSuite());
        });
    }

    private synchronized void note(String call, SSLEngine engine) {
        SSLSession session = engine.getHandshakeSession();
        assertThat(session).as(call).isNotNull();
        List<String> names = ((ExtendedSSLSession) session)
                .getRequestedServerNames().stream()
                        .map(name -> ((SNIHostName) name).getAsciiName())
                        .toList();
        seen.add(new Seen(call, engine, session.getProtocol(), session.getCipherSuite(), session.getPeerHost(), names));
    }

    private final class Keys extends X509ExtendedKeyManager {

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            note("chooseEngineClientAlias", engine);
            return keys.chooseEngineClientAlias(types, issuers, engine);
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            note("chooseEngineServerAlias", engine);
            return keys.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return keys.getClientAliases(type, issuers);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return keys.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }

    private final class Trust extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            note("checkClientTrusted", engine);
            trust.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            note("checkServerTrusted", engine);
            trust.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("no socket");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("without the engine");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("without the engine");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }
    }
}
