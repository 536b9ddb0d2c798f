package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise P4: a further jar never widens the defaults with what has to be named. */
class DefaultsStayTest {

    private static final Catalog WHOLE = Catalog.discover();

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"LEGACY", "NO_ENCRYPTION", "EXPERIMENTAL"})
    void whatHasToBeNamedIsInNoDefault(Trait trait) {
        Catalog more = with(trait);

        assertThat(more.problems()).isEmpty();
        assertThat(more.usable()).hasSize(WHOLE.usable().size() + 2);
        assertThat(more.groups()).hasSize(WHOLE.groups().size() + 1);
        assertThat(more.signatureSchemes()).hasSize(WHOLE.signatureSchemes().size() + 1);
        assertThat(Selection.modern(more)).hasToString(Selection.modern(WHOLE).toString());
        assertThat(Selection.compatible(more))
                .hasToString(Selection.compatible(WHOLE).toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"LEGACY", "NO_ENCRYPTION", "EXPERIMENTAL"})
    void whoNamesItHasIt(Trait trait) {
        Selection named = Selection.modern(with(trait))
                .andSuites("ADDED_13")
                .groups("added_group")
                .verifying("added_scheme");

        assertThat(named.suites()).hasSize(Selection.modern(WHOLE).suites().size() + 1);
        assertThat(named.groups()).hasSize(1);
        assertThat(named.verifying()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"LEGACY", "NO_ENCRYPTION", "EXPERIMENTAL"})
    void evenIfItCallsItselfRecommendedAsWell(Trait trait) {
        Catalog more = with(trait, Trait.RECOMMENDED);

        assertThat(Selection.modern(more)).hasToString(Selection.modern(WHOLE).toString());
    }

    private static Catalog with(Trait... traits) {
        List<Object> parts = new ArrayList<>(WHOLE.parts());
        for (SuiteProvider provider : ServiceLoader.load(SuiteProvider.class)) parts.add(provider);
        SuiteProvider suites = () -> List.of(
                CipherSuite.tls13(0xff31, "ADDED_13", "AES_128_GCM", "SHA256", traits),
                CipherSuite.aead12(0xff32, "ADDED_12", "ECDHE", Authentication.ECDSA, "AES_128_GCM", "SHA256", traits));
        parts.add(suites);
        Set<Trait> set = Set.of(traits);
        Set<ProtocolVersion> both = Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
        parts.add(like(
                NamedGroup.class,
                WHOLE.groups().get(0),
                Map.of("name", "added_group", "code", 0xfe31, "traits", set, "versions", both)));
        parts.add(like(
                SignatureScheme.class,
                WHOLE.signatureSchemes().get(0),
                Map.of("name", "added_scheme", "code", 0xfe32, "traits", set, "versions", both)));
        return Catalog.of(parts.toArray());
    }

    /** A part like another, with some of its facts changed. */
    private static <P> P like(Class<P> type, P part, Map<String, Object> facts) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object fact = facts.get(method.getName());
                    return fact != null && method.getParameterCount() == 0 ? fact : call(part, method, arguments);
                }));
    }

    private static Object call(Object part, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
