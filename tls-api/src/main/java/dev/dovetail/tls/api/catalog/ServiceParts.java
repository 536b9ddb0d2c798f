package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Everything that the ServiceLoader finds; what can't be loaded becomes a problem, and the rest goes on.
 *
 * @param found instances of parts, hybrids and suite providers
 * @param problems what could not be loaded
 */
record ServiceParts(List<Object> found, List<Problem> problems) {

    private static final List<Class<?>> KINDS = List.of(
            SuiteProvider.class,
            KeyExchange.class,
            BulkCipher.class,
            Mac.class,
            HashAlgorithm.class,
            NamedGroup.class,
            HybridGroup.class,
            SignatureScheme.class,
            Extension.class);

    // Choice: a provider file can hold many bad lines; beyond this many failures the loader itself is broken.
    private static final int MOST_FAILURES = 1000;

    static ServiceParts of(ClassLoader loader) {
        return of(kind -> ServiceLoader.load(kind, loader));
    }

    static ServiceParts of(ModuleLayer layer) {
        return of(kind -> ServiceLoader.load(layer, kind));
    }

    private static ServiceParts of(Function<Class<?>, ServiceLoader<?>> loading) {
        ServiceParts parts = new ServiceParts(new ArrayList<>(), new ArrayList<>());
        for (Class<?> kind : KINDS) parts.drain(kind, loading);
        return parts;
    }

    private void drain(Class<?> kind, Function<Class<?>, ServiceLoader<?>> loading) {
        Iterator<? extends ServiceLoader.Provider<?>> providers =
                loading.apply(kind).stream().iterator();
        int failures = 0;
        while (failures < MOST_FAILURES) {
            String subject = kind.getName();
            // A bad line in META-INF/services throws from the iteration; the loader then stands behind that line.
            try {
                if (!providers.hasNext()) return;
                ServiceLoader.Provider<?> provider = providers.next();
                subject = provider.type().getName();
                found.add(provider.get());
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                failures++;
                problems.add(new Problem(subject, reason(e)));
            }
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        return "can't be loaded: " + e.getMessage() + (root == e ? "" : " (" + root + ")");
    }
}
