package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key manager is asked, how often, and what it can find out of the handshake meanwhile. */
class AskedManagersTest {

    private static final Authority ROOT = Authority.create("who is asked");
    private static final Issued SERVER = ROOT.issue(Request.server(Contexts.HOST));

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void seesTheProtocolThatTheConnectionIsFor(String protocol) {
        Asked manager = new Asked();
        handshake(manager, protocol, Contexts.HOST);
        assertThat(manager.protocols).isNotEmpty().allMatch("acme-tls/1"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void isNotAskedAgainInTls13WhenItsKeyCanSign(String protocol) {
        Asked manager = new Asked();
        handshake(manager, protocol, Contexts.HOST);
        if (protocol.equals("TLSv1.3")) assertThat(manager.kinds).containsExactly("EC");
        else assertThat(manager.kinds).contains("EC", "RSA").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.c", "foo..bar", "1.2.3", "exa:mple.com", "host."})
    void aPeerMayHaveANameThatIsNoneOfDns(String host) {
        handshake(new Asked(), "TLSv1.3", host);
    }

    private static void handshake(KeyManager manager, String protocol, String host) {
        SSLContext context = Contexts.dovetail(new KeyManager[] {manager}, Contexts.trust(ROOT));
        SSLEngine client = context.createSSLEngine(host, 443);
        SSLEngine server = context.createSSLEngine();
        for (SSLEngine engine : List.of(client, server)) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"acme-tls/1"});
            engine.setSSLParameters(parameters);
        }
        EnginePair pair = new EnginePair(client, server);
        client.setEnabledProtocols(new String[] {protocol});
        assertThat(pair.run().talks()).isTrue();
    }

    /** Has one key, and remembers what it was asked. */
    private static final class Asked extends X509ExtendedKeyManager {
        private final List<String> kinds = new ArrayList<>();
        private final List<String> protocols = new ArrayList<>();

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            kinds.add(keyType);
            protocols.add(engine.getHandshakeApplicationProtocol());
            return keyType.equals("EC") ? "key" : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return SERVER.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return SERVER.privateKey();
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
