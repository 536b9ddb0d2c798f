package dev.dovetail.tls.jsse;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.jsse.setup.Services;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Dovetail as a security provider: {@code SSLContext} under {@code TLS}, {@code TLSv1.2}, {@code TLSv1.3} and
 * {@code Default}, {@code KeyManagerFactory} and {@code TrustManagerFactory} under {@code Dovetail}. The JDK's own factories
 * serve as well.
 *
 * <p>Register it ({@code Security.insertProviderAt(new DovetailProvider(), 1)}, or its name in {@code java.security}) to have
 * a whole program use it, or pass it where a context is made ({@code SSLContext.getInstance("TLS", provider)}). Several may
 * live side by side with different compositions; give each another name if they are to be registered.
 */
@AutoService(Provider.class)
public final class DovetailProvider extends Provider {

    /** The name under which it is registered unless another one is given. */
    public static final String NAME = "Dovetail";

    private static final long serialVersionUID = 1L;

    /** With all that the ServiceLoader finds, and of that on what is recommended. */
    public DovetailProvider() {
        this(NAME, null);
    }

    /**
     * With a composition of its own.
     *
     * @param catalog the parts; what is recommended of them is on
     */
    public DovetailProvider(Catalog catalog) {
        this(DovetailOptions.of(catalog));
    }

    /**
     * With options.
     *
     * @param options what there is, what is on, and who watches
     */
    public DovetailProvider(DovetailOptions options) {
        this(NAME, options);
    }

    /**
     * With options, under a name of its own, so that several can be registered.
     *
     * @param name of the provider
     * @param options what there is, what is on, and who watches; null for the defaults
     */
    public DovetailProvider(String name, @Nullable DovetailOptions options) {
        super(name, "0.1", "Dovetail: TLS whose cipher suites are plug-ins");
        Services services = new Services(this, options);
        services.all().forEach(this::putService);
    }
}
