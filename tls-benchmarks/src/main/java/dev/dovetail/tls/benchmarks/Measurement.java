package dev.dovetail.tls.benchmarks;

import java.util.Map;
import java.util.Optional;

/**
 * One benchmark with one set of parameters, and how it stands in the table.
 *
 * @param benchmark class and method, without the package
 * @param parameters JMH's, by name
 * @param subject what is compared: a suite, a kind of handshake, a group
 * @param size bytes of payload; 0 where there is none
 * @param side whose code
 * @param implementation whose primitives
 */
record Measurement(
        String benchmark, Map<String, String> parameters, String subject, int size, Side side, String implementation) {

    /** Whose code is measured. */
    enum Side {
        /** Ours. */
        OWN,
        /** What ours is compared with. */
        PEER,
        /** What ours can't be faster than. */
        FLOOR
    }

    Measurement {
        parameters = Map.copyOf(parameters);
    }

    /** The class's name, which heads a section of the table. */
    String section() {
        return benchmark.substring(0, benchmark.indexOf('.'));
    }

    /** The pattern by which JMH finds exactly this one. */
    String pattern() {
        return "^" + (Measurement.class.getPackageName() + "." + benchmark).replace(".", "\\.") + "$";
    }

    boolean isHandshake() {
        return section().equals(Handshakes.class.getSimpleName())
                || section().equals(Resumptions.class.getSimpleName());
    }

    /** Whether the two do the same work, so that a ratio makes sense. */
    boolean comparesWith(Measurement other) {
        return section().equals(other.section()) && subject.equals(other.subject) && size == other.size;
    }

    /** Whose code, for people. */
    String by() {
        if (benchmark.endsWith(".sunJsse")) return "SunJSSE";
        if (side == Side.FLOOR) return "bare cipher, " + implementation;
        if (parameters.containsKey("group") || parameters.containsKey("scheme")) return implementation;
        return implementation.equals(Plugins.DEFAULT) ? "Dovetail" : "Dovetail, " + implementation;
    }

    Optional<Integer> payload() {
        return size == 0 ? Optional.empty() : Optional.of(size);
    }

    /** What {@code --include} is matched against. */
    @Override
    public String toString() {
        return section() + " " + subject + " " + (size == 0 ? "" : size + " ") + by();
    }
}
