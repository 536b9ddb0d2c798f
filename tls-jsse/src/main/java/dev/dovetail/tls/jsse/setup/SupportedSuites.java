package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.jsse.DovetailOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The suites that a context could enable: those of its selection and those that the catalog can use. All of them are looked
 * for when somebody wants the list, since that asks every part of every suite whether it works, which a program would pay
 * for before its first handshake; whoever names a suite asks its parts alone. For many threads.
 */
final class SupportedSuites {

    private final Catalog catalog;
    private final List<String> selected;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile @Nullable List<String> all;

    SupportedSuites(DovetailOptions options) {
        this.catalog = options.catalog();
        this.selected = names(options.selection());
        this.known.addAll(selected);
    }

    static List<String> names(Selection selection) {
        return names(selection.suites()).toList();
    }

    private static Stream<String> names(List<UsableSuite> suites) {
        return suites.stream().map(UsableSuite::suite).map(suite -> suite.name());
    }

    /** IANA's names, best first. Two threads may both look; either finds the same. */
    List<String> all() {
        List<String> found = all;
        if (found == null) {
            found = Stream.concat(selected.stream(), names(catalog.usable()))
                    .distinct()
                    .toList();
            all = found;
        }
        return found;
    }

    boolean contains(String name) {
        if (known.contains(name)) return true;
        boolean there = catalog.usable(name).isPresent();
        if (there) known.add(name);
        return there;
    }
}
