package org.example.tls13only;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.Part;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/**
 * What there is to negotiate with.
 *
 * @param suites whose parts are all here
 * @param used the implementations that a connection may come to use, one for each name
 * @param idle implementations that are here and never used: another goes before, or what they call is not here
 */
record Composition(List<UsableSuite> suites, List<Part> used, List<Part> idle) {

    static Composition of(Catalog catalog) {
        return new Composition(
                catalog.usable(),
                catalog.parts().stream()
                        .filter(catalog::uses)
                        .sorted(Comparator.comparing(part -> part.getClass().getName()))
                        .toList(),
                catalog.parts().stream().filter(part -> !catalog.uses(part)).toList());
    }

    void print(PrintStream out) {
        suites.forEach(suite -> out.println("suite " + suite));
        used.forEach(part ->
                out.println("part " + part.name() + " " + part.getClass().getName()));
        out.println("suites " + suites.size());
        out.println("parts " + used.size());
        out.println("idle " + idle.size());
    }
}
