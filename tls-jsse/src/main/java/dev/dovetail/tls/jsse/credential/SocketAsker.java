package dev.dovetail.tls.jsse.credential;

import java.security.Principal;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Asks on behalf of a socket.
 *
 * @param socket whose handshake it is
 */
public record SocketAsker(SSLSocket socket) implements Asker {

    @Override
    public @Nullable String serverAlias(X509KeyManager manager, String keyType, Principal @Nullable [] issuers) {
        return manager.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public @Nullable String clientAlias(X509KeyManager manager, String[] keyTypes, Principal @Nullable [] issuers) {
        return manager.chooseClientAlias(keyTypes, issuers, socket);
    }

    @Override
    public void checkServer(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkClient(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkClientTrusted(chain, authType, socket);
    }
}
