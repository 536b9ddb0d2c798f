package dev.dovetail.tls.peers;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes contexts of one contender. Each is fresh and knows no sessions; keys and roots are read once. Safe for several
 * threads.
 */
public final class Contexts {

    // Key stores want a password even where nothing is stored.
    private static final char[] NO_SECRET = "in memory only".toCharArray();

    private final Provider provider;
    private final Map<Issued, KeyManager[]> keys = new ConcurrentHashMap<>();
    private final Map<Authority, TrustManager[]> trust = new ConcurrentHashMap<>();

    /**
     * For one contender.
     *
     * @param contender who is available
     */
    public Contexts(Contender contender) {
        this(contender.provider());
    }

    /**
     * For a provider of one's own.
     *
     * @param provider with other options, perhaps
     */
    public Contexts(Provider provider) {
        this.provider = provider;
    }

    /**
     * A new context.
     *
     * @param trusted whose certificates it accepts
     * @param own what it shows, if anything
     * @return for clients and for servers
     */
    public SSLContext create(Authority trusted, Optional<Issued> own) {
        return create(trusted, own, UnaryOperator.identity());
    }

    /**
     * A new context whose trust managers are looked at.
     *
     * @param trusted whose certificates it accepts
     * @param own what it shows, if anything
     * @param wrapped puts another manager in a trust manager's place
     * @return for clients and for servers
     */
    public SSLContext create(Authority trusted, Optional<Issued> own, UnaryOperator<TrustManager> wrapped) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", provider);
            context.init(
                    own.map(issued -> keys.computeIfAbsent(issued, this::keyManagers))
                            .orElse(new KeyManager[0]),
                    Stream.of(trust.computeIfAbsent(trusted, this::trustManagers))
                            .map(wrapped)
                            .toArray(TrustManager[]::new),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " makes no context", e);
        }
    }

    private KeyManager[] keyManagers(Issued issued) {
        try {
            KeyManagerFactory factory = keyManagerFactory();
            factory.init(issued.keyStore("own", NO_SECRET), NO_SECRET);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " makes no key manager", e);
        }
    }

    private TrustManager[] trustManagers(Authority trusted) {
        try {
            TrustManagerFactory factory = trustManagerFactory();
            factory.init(trusted.trustStore());
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " makes no trust manager", e);
        }
    }

    // Its own factories where it has some, the JDK's otherwise, as an application gets them that names no provider.
    // Those
    // of the JDK called PKIX decrypt the key again for each handshake, which its default does not.
    private KeyManagerFactory keyManagerFactory() throws NoSuchAlgorithmException {
        String usual = KeyManagerFactory.getDefaultAlgorithm();
        if (provider.getService("KeyManagerFactory", usual) != null) {
            return KeyManagerFactory.getInstance(usual, provider);
        }
        return provider.getService("KeyManagerFactory", "PKIX") != null
                ? KeyManagerFactory.getInstance("PKIX", provider)
                : KeyManagerFactory.getInstance(usual);
    }

    private TrustManagerFactory trustManagerFactory() throws NoSuchAlgorithmException {
        return provider.getService("TrustManagerFactory", "PKIX") != null
                ? TrustManagerFactory.getInstance("PKIX", provider)
                : TrustManagerFactory.getInstance("PKIX");
    }
}
