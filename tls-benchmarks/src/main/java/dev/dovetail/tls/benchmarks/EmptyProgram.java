package dev.dovetail.tls.benchmarks;

/** Does nothing: what a JVM costs by itself. */
public final class EmptyProgram {

    private EmptyProgram() {}

    /**
     * Ends at once.
     *
     * @param arguments not looked at
     */
    public static void main(String... arguments) {}
}
