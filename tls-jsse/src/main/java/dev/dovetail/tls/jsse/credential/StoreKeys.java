package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The private keys of a key store with their chains, in the order of their names. Keys that the JDK does not know are
 * there if the store's provider knows them.
 */
public final class StoreKeys {

    private StoreKeys() {}

    /** Hands out the key of a name. */
    private interface Opener {
        @Nullable
        Key open(String alias) throws GeneralSecurityException;
    }

    /**
     * Of a store whose keys have one password.
     *
     * @param store loaded
     * @param password of the keys; null where they have none
     * @return the keys with their names
     * @throws UnrecoverableKeyException if one can't be had with it, or is of a kind that the store's provider can't
     *     make
     * @throws KeyStoreException if the store can't be read, or a key is not its certificate's
     */
    public static KeyTable of(KeyStore store, char @Nullable [] password)
            throws KeyStoreException, UnrecoverableKeyException {
        return read(store, alias -> store.getKey(alias, password));
    }

    /**
     * Of a store that may want another protection for each key.
     *
     * @throws UnrecoverableKeyException as above
     * @throws KeyStoreException as above
     */
    static KeyTable of(KeyStore.Builder builder) throws KeyStoreException, UnrecoverableKeyException {
        KeyStore store = builder.getKeyStore();
        return read(store, alias -> {
            KeyStore.Entry entry = store.getEntry(alias, builder.getProtectionParameter(alias));
            return entry instanceof KeyStore.PrivateKeyEntry own ? own.getPrivateKey() : null;
        });
    }

    private static KeyTable read(KeyStore store, Opener opener) throws KeyStoreException, UnrecoverableKeyException {
        Map<String, Credential> found = new LinkedHashMap<>();
        List<String> aliases = Collections.list(store.aliases());
        Collections.sort(aliases);
        for (String alias : aliases) {
            List<X509Certificate> chain = store.isKeyEntry(alias) ? chain(store, alias) : List.of();
            if (chain.isEmpty() || !(key(opener, alias) instanceof PrivateKey key)) continue;
            try {
                found.put(alias, Credential.of(chain, key));
            } catch (IllegalArgumentException mismatched) {
                throw new KeyStoreException("the entry " + alias + ": " + mismatched.getMessage(), mismatched);
            }
        }
        return KeyTable.of(found);
    }

    /** Secret keys have none. */
    private static List<X509Certificate> chain(KeyStore store, String alias) throws KeyStoreException {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain == null || !Arrays.stream(chain).allMatch(X509Certificate.class::isInstance)) return List.of();
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private static @Nullable Key key(Opener opener, String alias) throws UnrecoverableKeyException {
        try {
            return opener.open(alias);
        } catch (GeneralSecurityException closed) {
            UnrecoverableKeyException told = new UnrecoverableKeyException("the key " + alias + " can't be had: "
                    + closed.getMessage()
                    + "; the password may be wrong, or the key of a kind that the store's provider"
                    + " does not know (then use a store of a provider that does, or PEM files)");
            told.initCause(closed);
            throw told;
        }
    }
}
