package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Part;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Whose code there is under a name.
 *
 * @param catalog where it was found
 */
record Implementations(Catalog catalog) {

    /** The one that is used first, each with its priority; those that do not work here say so. */
    String of(Part part) {
        return catalog.parts().stream()
                .filter(other ->
                        PartKind.of(other) == PartKind.of(part) && other.name().equals(part.name()))
                .sorted(Comparator.comparing(catalog::uses)
                        .thenComparing(Part::priority)
                        .reversed())
                .map(this::text)
                .collect(Collectors.joining(", "));
    }

    private String text(Part part) {
        String text = part.implementation() + " (" + part.priority() + ")";
        if (catalog.uses(part)) return text;
        return (works(part) ? "not used: " : "not available: ") + text;
    }

    private static boolean works(Part part) {
        try {
            Availability availability = part.availability();
            return availability.isAvailable();
        } catch (RuntimeException | LinkageError e) {
            // The catalog reports it as a problem.
            return false;
        }
    }
}
