package dev.dovetail.tls.jsse.setup;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Keys and trust where the program brings none: by the JDK's factories and its properties {@code javax.net.ssl.*}. */
final class DefaultManagers {

    private static final String NONE = "NONE";

    private DefaultManagers() {}

    /** The JDK's trust store, or what {@code javax.net.ssl.trustStore} names. */
    static X509TrustManager trust() throws KeyManagementException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseGet(TrustsNobody::new);
        } catch (GeneralSecurityException unreadable) {
            throw new KeyManagementException("the default trust store can't be read", unreadable);
        }
    }

    /** What {@code javax.net.ssl.keyStore} and its companions name; no keys without it. */
    static KeyManager @Nullable [] keys() throws KeyManagementException {
        String file = System.getProperty("javax.net.ssl.keyStore", "");
        String type = System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType());
        String provider = System.getProperty("javax.net.ssl.keyStoreProvider", "");
        String said = System.getProperty("javax.net.ssl.keyStorePassword");
        if (file.isEmpty() || (file.equals(NONE) && provider.isEmpty())) return null;
        char @Nullable [] password = said == null ? null : said.toCharArray();
        try {
            KeyStore store = provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
            load(store, file, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new KeyManagementException(
                    "the key store that javax.net.ssl.keyStore names can't be read: " + unreadable.getMessage(),
                    unreadable);
        } finally {
            if (password != null) Arrays.fill(password, ' ');
        }
    }

    /** A store that is no file, a device for example, is loaded without a stream. */
    private static void load(KeyStore store, String file, char @Nullable [] password)
            throws GeneralSecurityException, IOException {
        if (file.equals(NONE)) {
            store.load(null, password);
            return;
        }
        try (InputStream in = new FileInputStream(file)) {
            store.load(in, password);
        }
    }
}
