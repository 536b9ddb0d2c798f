package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A composer leaves a plug-in module out: everything else works, and what is lost says which module to add. */
class MissingModuleTest {

    private static final SortedMap<String, PluginModule> MODULES = PluginModule.all();
    private static final Catalog WHOLE = Catalog.discover();

    static Stream<String> modules() {
        return MODULES.keySet().stream();
    }

    @Test
    void everySuiteIsUsableWithEveryModule() {
        assertThat(WHOLE.problems()).isEmpty();
        assertThat(names(WHOLE.usable())).hasSameSizeAs(WHOLE.suites()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everySuiteThatDoesNotNeedTheModuleStaysUsable(String module) {
        Set<String> independent = WHOLE.suites().stream()
                .filter(suite -> lost(suite, module).isEmpty())
                .map(CipherSuite::name)
                .collect(Collectors.toSet());

        Catalog rest = without(module);

        assertThat(names(rest.usable())).isEqualTo(independent);
        assertThat(rest.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachLostSuiteNamesThePartAndTheModule(String module) {
        Catalog rest = without(module);

        for (CipherSuite suite : WHOLE.suites()) {
            List<String> reasons = lost(suite, module).stream()
                    .map(part -> part.replaceFirst("\\.", " ") + " is missing: add dev.dovetail:" + module)
                    .toList();
            assertThat(rest.explain(suite.name()).reasons()).as(suite.name()).containsExactlyElementsOf(reasons);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatTheModuleBroughtIsAbsent(String module) {
        assertThat(without(module).absent())
                .extracting(absent -> absent.kind() + "." + absent.name())
                .containsExactlyInAnyOrderElementsOf(MODULES.get(module).brings());
        assertThat(without(module).absent()).extracting(Absent::module).containsOnly(module);
    }

    /** What of a suite's needs the module has, in the order in which the catalog looks for it; or the suite itself. */
    private static List<String> lost(CipherSuite suite, String module) {
        Set<String> brings = MODULES.get(module).brings();
        if (brings.contains("suite." + suite.name())) return List.of("suite." + suite.name());
        List<String> needs = new ArrayList<>();
        add("key exchange", suite.needs().keyExchange(), needs);
        add("cipher", Optional.of(suite.needs().cipher()), needs);
        add("MAC", suite.needs().mac(), needs);
        add("hash", Optional.of(suite.needs().hash()), needs);
        return needs.stream().filter(brings::contains).toList();
    }

    private static void add(String kind, Optional<String> name, List<String> needs) {
        name.ifPresent(present -> needs.add(kind + "." + present));
    }

    /** The catalog of a class path without the module: its jar is gone, not only its parts. */
    private static Catalog without(String module) {
        List<PluginModule> kept = MODULES.values().stream()
                .filter(candidate -> !candidate.name().equals(module))
                .toList();
        // Not closed: parts may load more of their classes whenever they are asked something.
        return Catalog.discover(PluginLoader.of(kept, MODULES.values()));
    }

    private static TreeSet<String> names(List<UsableSuite> suites) {
        return suites.stream().map(UsableSuite::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
