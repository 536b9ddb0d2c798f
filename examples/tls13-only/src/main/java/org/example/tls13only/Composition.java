package org.example.tls13only;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an image holds, and what of it this program can negotiate. The first is more: a module brings all its parts along.
 *
 * @param usable the suites whose parts are all in the image, enabled or not
 * @param present the implementations in the image that go by their names, one for each: those a program could come to use
 * @param enabled the suites of the program's selection
 * @param negotiable the implementations that the selection can lead to: what the enabled suites name, the groups, and the
 *     signature schemes, those of {@code certificatesOnly} included
 * @param certificatesOnly schemes that sign no handshake in an enabled version, but that a certificate may be signed with;
 *     for that they are offered too (RFC 8446 4.2.3: rsa_pkcs1)
 */
record Composition(
        List<UsableSuite> usable,
        List<Part> present,
        List<UsableSuite> enabled,
        List<Part> negotiable,
        List<SignatureScheme> certificatesOnly) {

    static Composition of(Catalog catalog, Selection selection) {
        List<SignatureScheme> handshakes = Stream.concat(selection.signing().stream(), selection.verifying().stream())
                .filter(scheme -> scheme.versions().stream().anyMatch(selection.versions()::contains))
                .distinct()
                .toList();
        List<SignatureScheme> certificates = selection.certificates().stream()
                .filter(scheme -> !handshakes.contains(scheme))
                .toList();
        Stream<Part> groups = selection.groups().stream()
                .filter(group -> group.versions().stream().anyMatch(selection.versions()::contains))
                .map(Part.class::cast);
        Stream<Part> schemes = Stream.concat(handshakes.stream(), certificates.stream());
        Stream<Part> ofSuites = selection.suites().stream().flatMap(Composition::parts);
        return new Composition(
                catalog.usable(),
                sorted(catalog.parts().stream().filter(catalog::uses)),
                selection.suites(),
                sorted(Stream.concat(ofSuites, Stream.concat(groups, schemes))),
                certificates);
    }

    void print(PrintStream out) {
        enabled.forEach(suite -> out.println("suite " + suite));
        negotiable.forEach(part -> out.println("part " + part.name() + " "
                + part.getClass().getName() + (certificatesOnly.contains(part) ? " (in certificates only)" : "")));
        out.println("usable " + usable.size());
        out.println("present " + present.size());
        out.println("enabled " + enabled.size());
        out.println("negotiable " + negotiable.size());
    }

    private static Stream<Part> parts(UsableSuite suite) {
        return Stream.of(
                        suite.keyExchange().stream(),
                        Stream.of(suite.cipher()),
                        suite.mac().stream(),
                        Stream.of(suite.hash()))
                .flatMap(part -> part);
    }

    private static List<Part> sorted(Stream<Part> parts) {
        return parts.distinct()
                .sorted(Comparator.comparing(part -> part.getClass().getName()))
                .toList();
    }
}
