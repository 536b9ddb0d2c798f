package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.bundle.Bundle;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Promise P4 in the large: every module at once enables no more by default than the modern bundle does. */
class DefaultsOfBundlesTest {

    private static final Selection MODERN = Selection.modern(with("tls-bundle-modern"));
    private static final Selection ALL = Selection.modern(with("tls-bundle-all"));

    @Test
    void theSameSuitesAreEnabled() {
        assertThat(names(ALL.suites())).isNotEmpty().isEqualTo(names(MODERN.suites()));
    }

    @Test
    void theSameGroupsAreEnabled() {
        assertThat(ALL.groups().stream().map(NamedGroup::name))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        MODERN.groups().stream().map(NamedGroup::name).toList());
    }

    @Test
    void theSameKeySharesAreSent() {
        assertThat(ALL.keyShares().stream().map(NamedGroup::name))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        MODERN.keyShares().stream().map(NamedGroup::name).toList());
    }

    @Test
    void theSameSignatureSchemesAreEnabled() {
        assertThat(names(ALL.signing())).isNotEmpty().isEqualTo(names(MODERN.signing()));
        assertThat(names(ALL.verifying())).isNotEmpty().isEqualTo(names(MODERN.verifying()));
        assertThat(names(ALL.certificates())).isNotEmpty().isEqualTo(names(MODERN.certificates()));
    }

    @Test
    void nothingElseDiffers() {
        assertThat(ALL).hasToString(MODERN.toString());
    }

    @Test
    void andAllIsWhatTheClassPathHas() {
        assertThat(Selection.modern(Catalog.discover())).hasToString(ALL.toString());
    }

    /** The catalog of a class path with the modules of a bundle and no others. */
    private static Catalog with(String bundle) {
        SortedMap<String, PluginModule> modules = PluginModule.all();
        Collection<PluginModule> all = List.copyOf(modules.values());
        modules.keySet().retainAll(new Bundle(bundle).modules());
        return Catalog.discover(PluginLoader.of(modules.values(), all));
    }

    private static List<String> names(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof SignatureScheme scheme ? scheme.name() : part.toString())
                .toList();
    }

    @Test
    void latticesAloneHaveToBeNamed() {
        Selection compatible = Selection.compatible(Catalog.discover());
        assertThat(compatible.groups()).extracting(NamedGroup::name).noneMatch(name -> name.startsWith("MLKEM"));
        assertThat(compatible.verifying())
                .extracting(SignatureScheme::name)
                .noneMatch(name -> name.startsWith("mldsa"));
        assertThat(compatible.groups("MLKEM768").verifying("mldsa65").groups()).hasSize(1);
    }
}
