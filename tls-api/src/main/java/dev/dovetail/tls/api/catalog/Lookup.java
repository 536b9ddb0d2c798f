package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * From names that a person writes to what the catalog has under them; a name that can't be used is an {@link
 * IllegalArgumentException} that says why.
 *
 * @param catalog where to look
 */
record Lookup(Catalog catalog) {

    List<UsableSuite> suites(String... names) {
        return find(names, catalog::usable, name -> catalog.explain(name).toString());
    }

    List<NamedGroup> groups(String... names) {
        return find(
                names,
                name -> catalog.groups(group -> group.name().equals(name)).stream()
                        .findFirst(),
                name -> catalog.whyNot("group", name));
    }

    List<SignatureScheme> signatureSchemes(String... names) {
        return find(
                names,
                name -> catalog.signatureSchemes(scheme -> scheme.name().equals(name)).stream()
                        .findFirst(),
                name -> catalog.whyNot("signature scheme", name));
    }

    List<Extension<?>> extensions(String... names) {
        List<Extension<?>> wanted = new ArrayList<>();
        for (String name : names) wanted.add(extension(name));
        return wanted;
    }

    private Extension<?> extension(String name) {
        for (Extension<?> extension : catalog.extensions()) if (extension.name().equals(name)) return extension;
        throw new IllegalArgumentException("extension " + name + " is missing: is its plug-in on the path?");
    }

    private static <T> List<T> find(String[] names, Function<String, Optional<T>> find, Function<String, String> why) {
        return Arrays.stream(names)
                .map(name -> find.apply(name).orElseThrow(() -> new IllegalArgumentException(why.apply(name))))
                .distinct()
                .toList();
    }
}
