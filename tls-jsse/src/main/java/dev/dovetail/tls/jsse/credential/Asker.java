package dev.dovetail.tls.jsse.credential;

import java.security.Principal;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** On whose behalf managers are asked: an engine or a socket. Managers have methods for each. */
public interface Asker {

    /**
     * Asks for a server's key.
     *
     * @param manager whom
     * @param keyType the JCA's name of the kind of key
     * @param issuers whom the client trusts; null if it did not say
     * @return its name, or null if there is none
     */
    @Nullable
    String serverAlias(X509KeyManager manager, String keyType, Principal @Nullable [] issuers);

    /**
     * Asks for a client's key.
     *
     * @param manager whom
     * @param keyTypes the JCA's names of the kinds of keys, best first
     * @param issuers whom the server trusts; null if it did not say
     * @return its name, or null if there is none
     */
    @Nullable
    String clientAlias(X509KeyManager manager, String[] keyTypes, Principal @Nullable [] issuers);

    /**
     * Has a server judged.
     *
     * @param manager by whom
     * @param chain its certificates
     * @param authType the JDK's word for the key exchange
     * @throws CertificateException if it is not trusted
     */
    void checkServer(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException;

    /**
     * Has a client judged.
     *
     * @param manager by whom
     * @param chain its certificates
     * @param authType the JDK's word for its key
     * @throws CertificateException if it is not trusted
     */
    void checkClient(X509ExtendedTrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException;
}
