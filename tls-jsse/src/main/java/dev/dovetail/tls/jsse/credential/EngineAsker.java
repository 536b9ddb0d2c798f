package dev.dovetail.tls.jsse.credential;

import java.security.Principal;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Asks on behalf of an engine. A key manager that is not an extended one knows sockets only, and gets none.
 *
 * @param engine whose handshake it is
 */
public record EngineAsker(SSLEngine engine) implements Asker {

    @Override
    public @Nullable String serverAlias(X509KeyManager manager, String keyType, Principal @Nullable [] issuers) {
        return manager instanceof X509ExtendedKeyManager extended
                ? extended.chooseEngineServerAlias(keyType, issuers, engine)
                : manager.chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public @Nullable String clientAlias(X509KeyManager manager, String[] keyTypes, Principal @Nullable [] issuers) {
        return manager instanceof X509ExtendedKeyManager extended
                ? extended.chooseEngineClientAlias(keyTypes, issuers, engine)
                : manager.chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public void checkServer(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClient(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkClientTrusted(chain, authType, engine);
    }
}
