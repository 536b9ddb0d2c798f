package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A client's and a server's context of one provider. */
final class JsseEngines implements PeerEngines {

    private final JsseStack stack;
    private final PeerSetting setting;
    private final SSLContext client;
    private final SSLContext server;
    private final CountingTrust trust;

    JsseEngines(JsseStack stack, PeerSetting setting, ServerIdentity identity) throws GeneralSecurityException {
        this.stack = stack;
        this.setting = setting;
        Provider provider = stack.provider(setting);
        TrustManagerFactory roots = trustManagerFactory(provider);
        roots.init(identity.trustStore());
        this.trust = CountingTrust.around(roots.getTrustManagers());
        this.client = SSLContext.getInstance("TLS", provider);
        client.init(null, new TrustManager[] {trust}, stack.random());
        KeyManagerFactory keys = keyManagerFactory(provider);
        keys.init(identity.keyStore(), ServerIdentity.PASSWORD);
        this.server = SSLContext.getInstance("TLS", provider);
        server.init(keys.getKeyManagers(), null, stack.random());
        if (!setting.resuming()) stack.forgetSessions(client, server);
    }

    // Its own factories where it has some, the JDK's otherwise, as an application gets them that names no provider.
    private static KeyManagerFactory keyManagerFactory(Provider provider) throws NoSuchAlgorithmException {
        String usual = KeyManagerFactory.getDefaultAlgorithm();
        if (provider.getService("KeyManagerFactory", usual) != null) {
            return KeyManagerFactory.getInstance(usual, provider);
        }
        return provider.getService("KeyManagerFactory", "PKIX") != null
                ? KeyManagerFactory.getInstance("PKIX", provider)
                : KeyManagerFactory.getInstance(usual);
    }

    private static TrustManagerFactory trustManagerFactory(Provider provider) throws NoSuchAlgorithmException {
        return provider.getService("TrustManagerFactory", "PKIX") != null
                ? TrustManagerFactory.getInstance("PKIX", provider)
                : TrustManagerFactory.getInstance("PKIX");
    }

    @Override
    public SSLEngine client(int port) {
        SSLEngine engine = client.createSSLEngine(ServerIdentity.HOST, port);
        engine.setUseClientMode(true);
        stack.configure(engine, setting);
        return engine;
    }

    @Override
    public SSLEngine server() {
        SSLEngine engine = server.createSSLEngine();
        engine.setUseClientMode(false);
        stack.configure(engine, setting);
        return engine;
    }

    @Override
    public long verifications() {
        return trust.count();
    }

    @Override
    public boolean ticketsWait() {
        return stack.ticketsWait();
    }

    @Override
    public void release(SSLEngine engine) {
        stack.release(engine);
    }
}
