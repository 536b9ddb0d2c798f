package dev.dovetail.tls.benchmarks;

/** The program that {@link Discovery} starts: it finds all plug-ins. */
public final class DiscoveryProgram {

    private DiscoveryProgram() {}

    /**
     * Finds them, and prints how many suites are usable.
     *
     * @param arguments not looked at
     */
    public static void main(String... arguments) {
        System.out.print(Plugins.discover().usable().size());
    }
}
