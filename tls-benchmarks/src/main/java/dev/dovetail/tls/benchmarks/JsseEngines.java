package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A client's context of one provider, and a context for each server. */
final class JsseEngines implements PeerEngines {

    private final JsseStack stack;
    private final PeerSetting setting;
    private final SSLContext client;
    private final List<SSLContext> servers = new ArrayList<>();
    private int next;
    private final CountingTrust trust;

    JsseEngines(JsseStack stack, PeerSetting setting, List<ServerIdentity> identities) throws GeneralSecurityException {
        this.stack = stack;
        this.setting = setting;
        Provider provider = stack.provider(setting);
        TrustManagerFactory roots = trustManagerFactory(provider);
        roots.init(identities.get(0).trustStore());
        this.trust = CountingTrust.around(roots.getTrustManagers());
        this.client = SSLContext.getInstance("TLS", provider);
        client.init(null, new TrustManager[] {trust}, stack.random());
        for (ServerIdentity identity : identities) servers.add(server(provider, identity));
    }

    private SSLContext server(Provider provider, ServerIdentity identity) throws GeneralSecurityException {
        KeyManagerFactory keys = keyManagerFactory(provider);
        keys.init(identity.keyStore(), ServerIdentity.PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS", provider);
        server.init(keys.getKeyManagers(), new TrustManager[] {new TrustsNobody()}, stack.random());
        if (!setting.resuming()) stack.forgetSessions(client, server);
        return server;
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
        SSLEngine engine = servers.get(next).createSSLEngine();
        next = (next + 1) % servers.size();
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
