package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.credential.DovetailKeyManagerFactory;
import dev.dovetail.tls.jsse.credential.DovetailTrustManagerFactory;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the provider offers. The catalog is looked for when the first context is made, not when the provider is listed. */
public final class Services {

    private final Provider provider;
    private volatile @Nullable DovetailOptions options;

    /**
     * The services of a provider.
     *
     * @param provider that offers them
     * @param options what there is and what is on; null for all that the ServiceLoader finds
     */
    public Services(Provider provider, @Nullable DovetailOptions options) {
        this.provider = provider;
        this.options = options;
    }

    /** Makes the object behind a service. */
    private interface Maker {
        Object make() throws GeneralSecurityException;
    }

    /**
     * All of them.
     *
     * @return to be put into the provider
     */
    public List<Provider.Service> all() {
        return List.of(
                service("SSLContext", "TLS", List.of("SSL"), () -> context(List.of())),
                service("SSLContext", Protocols.TLS_1_2, List.of(), () -> context(List.of(Protocols.TLS_1_2))),
                service("SSLContext", Protocols.TLS_1_3, List.of(), () -> context(List.of())),
                service("SSLContext", "Default", List.of(), () -> new DefaultDovetailContext(options())),
                service("KeyManagerFactory", "Dovetail", List.of(), DovetailKeyManagerFactory::new),
                service("TrustManagerFactory", "Dovetail", List.of(), DovetailTrustManagerFactory::new));
    }

    private DovetailContext context(List<String> limits) {
        return new DovetailContext(options(), limits);
    }

    /** Two threads may both look; either finds the same. */
    private DovetailOptions options() {
        DovetailOptions known = options;
        if (known == null) {
            known = DovetailOptions.of(Catalog.discover());
            options = known;
        }
        return known;
    }

    private Provider.Service service(String type, String algorithm, List<String> aliases, Maker maker) {
        return new Provider.Service(provider, type, algorithm, maker.getClass().getName(), aliases, null) {
            @Override
            public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
                try {
                    return maker.make();
                } catch (GeneralSecurityException | RuntimeException broken) {
                    throw new NoSuchAlgorithmException(
                            type + " " + algorithm + " can't be made: " + broken.getMessage(), broken);
                }
            }
        };
    }
}
