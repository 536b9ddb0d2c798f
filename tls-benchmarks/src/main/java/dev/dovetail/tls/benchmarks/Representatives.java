package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands for all others in the plan, chosen from what a catalog can use:
 * <ul>
 *   <li>suites: of those that {@link Selection#modern} enables the first with each cipher, in TLS 1.3 and in TLS 1.2;
 *   <li>CBC: of those that {@link Selection#compatible} enables the first with CBC, and with its cipher the first of each
 *       other MAC;
 *   <li>groups: the elliptic curves that several implementations have, enabled or not, and the first of those that resist
 *       quantum computers;
 *   <li>signature schemes: those that are enabled unasked, of those with RSA only the first: they differ in the hash.
 * </ul>
 * What else there is can be measured by its name.
 *
 * @param catalog where to choose from
 */
record Representatives(Catalog catalog) {

    /** Suites of a version, each with another cipher, those that are preferred first. */
    List<String> suites(ProtocolVersion version) {
        Set<String> ciphers = new HashSet<>();
        return Selection.modern(catalog).suites(version).stream()
                .filter(suite -> ciphers.add(suite.cipher().name()))
                .map(UsableSuite::toString)
                .toList();
    }

    /** Suites of one CBC cipher, each with another MAC. */
    List<String> cbcSuites() {
        Set<String> macs = new HashSet<>();
        List<UsableSuite> all = Selection.compatible(catalog).suites().stream()
                .filter(suite -> suite.cipher() instanceof CbcCipher)
                .toList();
        return all.stream()
                .filter(suite ->
                        suite.cipher().name().equals(all.get(0).cipher().name()))
                .filter(suite -> macs.add(suite.mac().orElseThrow().name()))
                .map(UsableSuite::toString)
                .toList();
    }

    /** Groups: one that resists quantum computers, and elliptic curves. */
    List<String> groups() {
        return firstOf(
                catalog.groups(),
                group -> group.kind() == NamedGroup.Kind.ELLIPTIC_CURVE && implementations(group.name()) > 1,
                group -> group.kind() == NamedGroup.Kind.KEM);
    }

    private long implementations(String group) {
        return catalog.parts().stream()
                .filter(NamedGroup.class::isInstance)
                .filter(part -> part.name().equals(group))
                .count();
    }

    /** Signature schemes: elliptic curves, and one with RSA. */
    List<String> schemes() {
        return firstOf(Selection.modern(catalog).signing(), scheme -> !isRsa(scheme), Representatives::isRsa);
    }

    /** RSA, or RSASSA-PSS. */
    private static boolean isRsa(SignatureScheme scheme) {
        return scheme.keyAlgorithms().get(0).startsWith("RSA");
    }

    /** All of one sort, and the first of another, in their order. */
    private static <P extends Part> List<String> firstOf(List<P> parts, Predicate<P> all, Predicate<P> once) {
        Optional<P> first = parts.stream().filter(once).findFirst();
        return parts.stream()
                .filter(part ->
                        all.test(part) || first.filter(one -> one == part).isPresent())
                .map(Part::name)
                .toList();
    }
}
