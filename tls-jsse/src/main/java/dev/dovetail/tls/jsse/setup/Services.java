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

/**
 * What the provider offers. The catalog is looked for when the first context is made, not when the provider is listed.
 */
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
    private interface Maker<T> {
        T make() throws GeneralSecurityException;
    }

    /**
     * All of them.
     *
     * @return to be put into the provider
     */
    public List<Provider.Service> all() {
        return List.of(
                context("TLS", List.of("SSL"), List.of()),
                context(Protocols.TLS_1_2, List.of(), List.of(Protocols.TLS_1_2)),
                context(Protocols.TLS_1_3, List.of(), List.of()),
                service(
                        "SSLContext",
                        "Default",
                        DefaultDovetailContext.class,
                        List.of(),
                        () -> new DefaultDovetailContext(options())),
                factory("KeyManagerFactory", DovetailKeyManagerFactory.class, DovetailKeyManagerFactory::new),
                factory("TrustManagerFactory", DovetailTrustManagerFactory.class, DovetailTrustManagerFactory::new));
    }

    private Provider.Service context(String name, List<String> aliases, List<String> limits) {
        return service(
                "SSLContext", name, DovetailContext.class, aliases, () -> new DovetailContext(options(), limits));
    }

    private <T> Provider.Service factory(String type, Class<T> made, Maker<T> maker) {
        return service(type, "Dovetail", made, List.of(), maker);
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

    /** The class is named for who lists services; only the maker makes objects of it. */
    private <T> Provider.Service service(
            String type, String algorithm, Class<T> made, List<String> aliases, Maker<T> maker) {
        return new Provider.Service(provider, type, algorithm, made.getName(), aliases, null) {
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
