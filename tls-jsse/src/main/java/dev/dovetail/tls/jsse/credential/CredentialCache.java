package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Credentials of what key managers hand out again and again: whether key and certificate belong together is checked once,
 * and the chain is encoded once. For many threads.
 */
public final class CredentialCache {

    private static final int MOST_REMEMBERED = 256;

    private final Map<Pair, Credential> known = new ConcurrentHashMap<>();

    /** An empty cache. */
    public CredentialCache() {}

    /** By identity: comparing keys by what they are would compare secrets, and cost more than it saves. */
    private record Pair(PrivateKey key, List<X509Certificate> chain) {

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Pair pair) || pair.key != key || pair.chain.size() != chain.size()) return false;
            for (int i = 0; i < chain.size(); i++) if (pair.chain.get(i) != chain.get(i)) return false;
            return true;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(key) + System.identityHashCode(chain.get(0));
        }
    }

    Credential of(X509Certificate[] chain, PrivateKey key) {
        Pair pair = new Pair(key, Arrays.asList(chain.clone()));
        Credential credential = known.get(pair);
        if (credential != null) return credential;
        Credential made = Credential.of(Arrays.asList(chain), key);
        // Choice: managers that make new objects for each handshake must not fill the memory.
        if (known.size() >= MOST_REMEMBERED) known.clear();
        known.put(pair, made);
        return made;
    }
}
