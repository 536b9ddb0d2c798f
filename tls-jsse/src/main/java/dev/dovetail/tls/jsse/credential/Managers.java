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
public record Managers(Optional<X509KeyManager> keys, Optional<PskKeyManager> preSharedKeys, X509TrustManager trust) {}
