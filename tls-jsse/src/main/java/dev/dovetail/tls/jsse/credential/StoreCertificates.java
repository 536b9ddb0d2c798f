package dev.dovetail.tls.jsse.credential;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The certificates that a key store trusts, in the order of their names. */
public final class StoreCertificates {

    private StoreCertificates() {}

    /**
     * All of them; as with the JDK, a key's own certificate is trusted too.
     *
     * @param store loaded
     * @return distinct, perhaps none
     * @throws KeyStoreException if it is not loaded
     */
    public static List<X509Certificate> of(KeyStore store) throws KeyStoreException {
        List<String> aliases = Collections.list(store.aliases());
        Collections.sort(aliases);
        Set<X509Certificate> found = new LinkedHashSet<>();
        for (String alias : aliases) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate instanceof X509Certificate x509) found.add(x509);
        }
        return List.copyOf(found);
    }
}
