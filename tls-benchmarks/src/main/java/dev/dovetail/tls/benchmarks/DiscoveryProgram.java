package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;

/** The program that {@link Discovery} starts: it finds all plug-ins. */
public final class DiscoveryProgram {

    private DiscoveryProgram() {}

    /**
     * Finds them, and prints how many suites they bring, or how many are usable.
     *
     * @param arguments one of {@link Discovery.Extent}
     */
    public static void main(String... arguments) {
        Catalog catalog = Plugins.discover();
        boolean composed = arguments[0].equals(Discovery.Extent.COMPOSED.name());
        System.out.print(composed ? catalog.usable().size() : catalog.suites().size());
    }
}
