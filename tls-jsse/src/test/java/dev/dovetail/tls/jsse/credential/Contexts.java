package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Contexts and managers of both providers, as programs make them. */
final class Contexts {

    static final Catalog CATALOG = Catalog.discover();
    static final Provider DOVETAIL = new DovetailProvider(CATALOG);
    static final String HOST = "host.example";
    private static final char[] PASSWORD = "secret".toCharArray();

    private Contexts() {}

    static SSLContext dovetail(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust) {
        return context(DOVETAIL, keys, trust);
    }

    static SSLContext jdk(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext context(Provider provider, KeyManager @Nullable [] keys, TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", provider);
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyManager[] keys(Issued issued) {
        return keys(issued.keyStore("key", PASSWORD), PASSWORD);
    }

    static KeyManager[] keys(KeyStore store, char[] password) {
        return new KeyManager[] {keyManager(store, password)};
    }

    static X509ExtendedKeyManager keyManager(KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("Dovetail", DOVETAIL);
            factory.init(store, password);
            return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyManager[] jdkKeys(Issued issued) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("NewSunX509");
            factory.init(issued.keyStore("key", PASSWORD), PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TrustManager[] trust(Authority root) {
        return trust(store(root.certificate()));
    }

    static TrustManager[] trust(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("Dovetail", DOVETAIL);
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509ExtendedTrustManager trustManager(Authority root) {
        return (X509ExtendedTrustManager) trust(root)[0];
    }

    static TrustManager[] jdkTrust(Authority root) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store(root.certificate()));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyStore store(X509Certificate... trusted) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < trusted.length; i++) store.setCertificateEntry("root" + i, trusted[i]);
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that wants the server to be {@link #HOST}. */
    static SSLEngine client(SSLContext context) {
        return client(context, HOST);
    }

    static SSLEngine client(SSLContext context, String host) {
        SSLEngine engine = context.createSSLEngine(host, 443);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    static SSLEngine server(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    static void enable(EnginePair pair, String protocol, String... suites) {
        for (EnginePair.End end : new EnginePair.End[] {pair.client, pair.server}) {
            end.engine.setEnabledProtocols(new String[] {protocol});
            if (suites.length > 0) end.engine.setEnabledCipherSuites(suites);
        }
    }
}
