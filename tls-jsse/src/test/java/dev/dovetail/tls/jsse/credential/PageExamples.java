package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.RecordSizing;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.TicketKeys;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import dev.dovetail.tls.jsse.PskKeyManager;
import dev.dovetail.tls.jsse.ReloadListener;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.ReloadingKeyManager;
import dev.dovetail.tls.jsse.ReloadingTrustManager;
import dev.dovetail.tls.jsse.TlsConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The examples of docs/jsse.md, to be compiled. */
final class PageExamples {

    private PageExamples() {}

    static SSLContext oneContext(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS", new DovetailProvider());
        context.init(keys, trust, null);
        return context;
    }

    static SSLContext wholeProgram() throws GeneralSecurityException {
        Security.insertProviderAt(new DovetailProvider(), 1);
        SSLContext context = SSLContext.getDefault();
        return context;
    }

    static void factories(
            SSLContext context, Provider provider, KeyStore keyStore, KeyStore trustStore, char[] password)
            throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("Dovetail", provider);
        keys.init(keyStore, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("Dovetail", provider);
        trust.init(trustStore);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    static void reloading(SSLContext context, ReloadListener listener) throws GeneralSecurityException, IOException {
        ReloadSettings settings =
                ReloadSettings.usual().every(Duration.ofSeconds(30)).telling(listener);
        KeyManager keys = ReloadingKeyManager.pem(Path.of("tls.crt"), Path.of("tls.key"), null, settings);
        TrustManager trust = ReloadingTrustManager.pem(Path.of("ca.crt"), settings);
        context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
    }

    static Provider composition() {
        Catalog catalog = Catalog.discover();
        Selection selection = Selection.modern(catalog).andSuites("TLS_AES_128_CCM_SHA256");
        Provider provider = new DovetailProvider(DovetailOptions.of(catalog, selection));
        return provider;
    }

    static SSLEngine suiteByName(SSLContext context) {
        SSLEngine engine = context.createSSLEngine("host.example", 443);
        engine.setUseClientMode(true);
        engine.setEnabledCipherSuites(new String[] {"TLS_SM4_GCM_SM3"});
        return engine;
    }

    static void preSharedKey(SSLContext context, byte[] secret) throws GeneralSecurityException {
        PskKeyManager key = PskKeyManager.client(ClientPreSharedKeys.of(PreSharedKey.of("boiler 7", secret)));
        context.init(new KeyManager[] {key}, null, null);
    }

    static Provider lookingOn(Catalog catalog, SSLEngine engine, List<TlsEvent> log) {
        Provider observed = new DovetailProvider(DovetailOptions.of(catalog).observedBy(role -> System.out::println));
        TlsConnection connection = (TlsConnection) engine;
        connection.observe(event -> log.add(event));
        return observed;
    }

    static Provider smallRecordsFirst(Catalog catalog) {
        Provider pages = new DovetailProvider(DovetailOptions.of(catalog).recordSizing(RecordSizing.smallFirst()));
        return pages;
    }

    static Provider fleet(Catalog catalog, TicketKeys ticketKeys) {
        ServerSessions sessions = ServerSessions.with(ticketKeys)
                .lifetime(Duration.ofHours(2))
                .scope("shop")
                .build();
        Provider fleet = new DovetailProvider(DovetailOptions.of(catalog).sessions(sessions));
        return fleet;
    }
}
