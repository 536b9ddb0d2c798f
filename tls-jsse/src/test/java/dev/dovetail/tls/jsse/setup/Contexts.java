package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.engine.DovetailEngine;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** Contexts of one server's key, which clients trust, with properties that are not the system's. */
final class Contexts {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Authority ROOT = Authority.create("root");
    private static final Issued SERVER = ROOT.issue(Request.server("localhost"));

    private Contexts() {}

    static TlsContext context(DovetailOptions options, Map<String, String> properties) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(SERVER.keyStore("key", PASSWORD), PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(ROOT.trustStore());
        return new TlsContext(
                options,
                SystemSettings.read(properties::get),
                new Managers(
                        Optional.of((X509KeyManager) keys.getKeyManagers()[0]), Optional.empty(), (X509TrustManager)
                                trust.getTrustManagers()[0]),
                new SecureRandom(),
                List.of());
    }

    /** For a connection to that server. */
    static SSLEngine engine(TlsContext context, boolean client, String protocol) {
        SSLEngine engine = new DovetailEngine(context, "localhost", 1);
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(new String[] {protocol});
        return engine;
    }
}
