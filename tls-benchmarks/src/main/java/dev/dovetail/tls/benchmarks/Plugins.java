package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;

/** The plug-ins on the class path, and which implementations of a part there are. */
final class Plugins {

    /** Stands for the implementation that is used unasked. */
    static final String DEFAULT = "default";

    private Plugins() {}

    /** What {@code tls-provider-accp} calls its implementations. */
    private static final String NATIVE = "ACCP";

    /**
     * What is used unasked, in Java alone, also where native code is at hand. It is not even loaded: its self tests would take
     * longer than most benchmarks need to begin. Found once: states ask for it again and again.
     */
    static Catalog all() {
        return Found.IN_JAVA;
    }

    /** With native code: to know what there is to measure. */
    static Catalog allAndNative() {
        return Found.ALL;
    }

    /** Looks for them anew. */
    static Catalog discover() {
        return Catalog.discover(Plugins.class.getClassLoader());
    }

    private static final class Found {

        static final Catalog ALL = discover();
        static final Catalog IN_JAVA = ALL.withoutImplementation(NATIVE);
    }

    /** What has this implementation, which is not preferred to others yet. */
    static Catalog having(String implementation) {
        return implementation.equals(NATIVE) ? allAndNative() : all();
    }

    /**
     * Uses one implementation of everything that it implements; {@link #DEFAULT} is what is used unasked. The native
     * provider is measured as its module comes: with those of its parts that it prefers itself.
     */
    static Catalog preferring(String implementation) {
        Catalog catalog = having(implementation);
        if (implementation.equals(DEFAULT)) return catalog;
        if (implementation.equals(NATIVE) && anythingBy(catalog, NATIVE)) return catalog;
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

    /** A suite with all its parts, or what it lacks. */
    static UsableSuite usable(Catalog catalog, String suite) {
        return catalog.usable(suite)
                .orElseThrow(() ->
                        new IllegalArgumentException(catalog.explain(suite).toString()));
    }

    /** How the server of a suite proves itself: {@code RSA}, {@code ECDSA}, or whatever TLS 1.3 negotiates. */
    static String authentication(String suite) {
        return usable(all(), suite).suite().authentication().name();
    }

    /** A certificate that a suite can be used with. */
    static KeyKind certificateFor(String suite) {
        return authentication(suite).equals("RSA") ? KeyKind.RSA_2048 : KeyKind.EC_P256;
    }

    /** Whether anything here is implemented by somebody. */
    static boolean anythingBy(Catalog catalog, String implementation) {
        return catalog.parts().stream()
                .anyMatch(part -> part.implementation().equals(implementation)
                        && part.availability().reason().isEmpty());
    }

    /** Refuses to measure something else than was asked for. */
    static <P extends Part> P require(P part, String implementation) {
        if (part.implementation().equals(implementation)) return part;
        throw new IllegalArgumentException(
                part.name() + " is not implemented by " + implementation + " here, but by " + part.implementation());
    }
}
