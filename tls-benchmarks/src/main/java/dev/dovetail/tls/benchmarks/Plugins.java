package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Part;
import java.util.List;

/** The plug-ins on the class path, and which implementations of a part there are. */
final class Plugins {

    /** Stands for the implementation that is used unasked. */
    static final String DEFAULT = "default";

    private Plugins() {}

    static Catalog all() {
        return Catalog.discover(Plugins.class.getClassLoader());
    }

    /** Uses one implementation of everything that it implements; {@link #DEFAULT} changes nothing. */
    static Catalog preferring(String implementation) {
        Catalog catalog = all();
        if (implementation.equals(DEFAULT)) return catalog;
        List<String> names = catalog.parts().stream()
                .filter(part -> part.implementation().equals(implementation))
                .map(Part::name)
                .toList();
        if (names.isEmpty()) throw new IllegalArgumentException("nothing here is implemented by " + implementation);
        for (String name : names) catalog = catalog.prefer(name, implementation);
        return catalog;
    }

    /** Who implements a part, as far as it works here. */
    static List<String> implementations(Catalog catalog, Class<? extends Part> kind, String name) {
        return catalog.parts().stream()
                .filter(kind::isInstance)
                .filter(part -> part.name().equals(name))
                .filter(part -> part.availability().reason().isEmpty())
                .map(Part::implementation)
                .distinct()
                .sorted((one, other) -> one.equals("JDK") ? -1 : other.equals("JDK") ? 1 : one.compareTo(other))
                .toList();
    }

    /** Refuses to measure something else than was asked for. */
    static <P extends Part> P require(P part, String implementation) {
        if (part.implementation().equals(implementation)) return part;
        throw new IllegalArgumentException(
                part.name() + " is not implemented by " + implementation + " here, but by " + part.implementation());
    }
}
