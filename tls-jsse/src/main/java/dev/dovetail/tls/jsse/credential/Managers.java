package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.jsse.PskKeyManager;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * The managers of a context.
 *
 * @param keys chooses certificates; empty: there are none
 * @param preSharedKeys looks pre-shared keys up
 * @param trust judges peers
 */
public record Managers(Optional<X509KeyManager> keys, Optional<PskKeyManager> preSharedKeys, X509TrustManager trust) {

    /**
     * What is trusted now.
     *
     * @return another object when that changes, if the manager is one of ours; else the manager
     */
    public Object trustNow() {
        return trust instanceof OwnTrustManager own ? own.now() : trust;
    }

    /**
     * What may be shown now.
     *
     * @return another object when that changes, if the manager is one of ours; else the manager, or nothing in particular
     */
    public Object keysNow() {
        return keys.<Object>map(manager -> manager instanceof OwnKeyManager own ? own.now() : manager)
                .orElse(this);
    }
}
