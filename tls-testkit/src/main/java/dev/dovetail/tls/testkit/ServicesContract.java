package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the registrations of every plug-in must be like, so that it is found on the class path and on the module path
 * alike. Extend it and name any class of the plug-in:
 *
 * <pre>{@code
 * final class AesServicesContractTest extends ServicesContract {
 *     @Override
 *     protected Class<?> anchor() {
 *         return Aes128Gcm.class;
 *     }
 * }
 * }</pre>
 */
public abstract class ServicesContract {

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

    private static final String SPI = "dev.dovetail.tls.api.";

    /**
     * A class of the plug-in: its directory or jar is examined.
     *
     * @return any class of it
     */
    protected abstract Class<?> anchor();

    /**
     * Whether the plug-in has to be a named module. Where it is one, its descriptor is looked at anyway.
     *
     * @return false, unless overridden: without a module-info.java a plug-in is found on the class path, and on the module
     *     path as an automatic module
     */
    protected boolean hasModuleDescriptor() {
        return false;
    }

    /**
     * Parts that could be registered and are not, on purpose.
     *
     * @return none, unless there are some
     */
    protected Set<Class<?>> unregistered() {
        return Set.of();
    }

    @Test
    void registersSomethingThatTheCatalogLooksFor() {
        List<String> kinds = KINDS.stream().map(Class::getName).toList();
        SortedSet<String> services = new TreeSet<>(output().services().keySet());
        services.removeIf(service -> !service.startsWith(SPI));
        assertThat(services)
                .as(
                        "services in META-INF/services of %s: none is there; is @AutoService missing, or its annotation processor?",
                        output().place())
                .isNotEmpty();
        assertThat(kinds)
                .as("the catalog looks for these services only; a part registered under its narrower interface, "
                        + "AeadCipher say, is not found")
                .containsAll(services);
    }

    @Test
    void saysTheSameInItsModuleDescriptor() {
        PluginOutput output = output();
        if (!hasModuleDescriptor() && output.descriptor().isEmpty()) return;
        assertThat(output.descriptor())
                .as("module-info.class in %s", output.place())
                .isPresent();
        assertThat(output.provided())
                .as("%s: 'provides' of module-info.java, compared with META-INF/services", output.place())
                .isEqualTo(output.services());
    }

    @Test
    void registersClassesThatCanBeLoadedAndMade() {
        output().services().forEach((service, providers) -> {
            for (String provider : providers) assertThatCanBeMade(service, provider);
        });
    }

    @Test
    void namesItsParts() {
        Set<List<Object>> seen = new HashSet<>();
        output().services().forEach((service, providers) -> {
            for (String provider : providers) {
                if (!(instance(provider) instanceof Part part)) continue;
                assertThat(part.name()).as("name() of %s", provider).isNotBlank();
                assertThat(part.implementation())
                        .as("implementation() of %s", provider)
                        .isNotBlank();
                assertThat(part.availability())
                        .as("availability() of %s", provider)
                        .isNotNull();
                assertThat(seen.add(List.of(service, part.name(), part.implementation())))
                        .as(
                                "%s: another %s has the name %s and the implementation %s",
                                provider, service, part.name(), part.implementation())
                        .isTrue();
            }
        });
    }

    @Test
    void registersEveryPartThatItHas() {
        PluginOutput output = output();
        for (String name : output.classes()) {
            Optional<Class<?>> type = load(name).filter(ServicesContract::couldBeRegistered);
            if (type.isEmpty() || unregistered().contains(type.get())) continue;
            for (Class<?> kind : KINDS) {
                if (!kind.isAssignableFrom(type.get())) continue;
                assertThat(output.services().getOrDefault(kind.getName(), new TreeSet<>()))
                        .as(
                                "%s is a public part that can be made, but it is not registered as %s: add @AutoService, "
                                        + "or list it in unregistered()",
                                name, kind.getSimpleName())
                        .contains(name);
            }
        }
    }

    private PluginOutput output() {
        return PluginOutput.of(anchor());
    }

    private void assertThatCanBeMade(String service, String provider) {
        Class<?> type = load(provider)
                .orElseThrow(() -> new AssertionError(provider + ", registered as " + service + ", does not exist"));
        assertThat(supertypes(type))
                .as("what %s is, which is registered as %s", provider, service)
                .contains(service);
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s is public", provider)
                .isTrue();
        assertThat(Modifier.isAbstract(type.getModifiers()))
                .as("%s is abstract", provider)
                .isFalse();
        assertThatCode(() -> assertThat(type.getConstructor()).isNotNull())
                .as("%s has a public constructor without arguments", provider)
                .doesNotThrowAnyException();
        assertThatCode(() -> instance(provider)).as("making a %s", provider).doesNotThrowAnyException();
    }

    private static boolean couldBeRegistered(Class<?> type) {
        boolean part =
                Part.class.isAssignableFrom(type) || KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(type));
        if (!part || !Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) return false;
        for (var constructor : type.getConstructors()) if (constructor.getParameterCount() == 0) return true;
        return false;
    }

    private static Set<String> supertypes(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (Class<?> kind : KINDS) if (kind.isAssignableFrom(type)) names.add(kind.getName());
        for (Class<?> each : type.getInterfaces()) names.add(each.getName());
        return names;
    }

    /** Not initialized: what its static part does is tried when it is made. */
    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, anchor().getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private Object instance(String provider) {
        try {
            return load(provider).orElseThrow().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(provider + " can't be made: " + e, e);
        }
    }
}
