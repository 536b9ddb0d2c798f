package dev.dovetail.tls.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One benchmark with one set of parameters, and how it stands in the table.
 *
 * @param benchmark class and method, without the package
 * @param parameters JMH's, by name
 * @param subject what is compared: a suite, a kind of handshake, a group
 * @param size bytes of payload; 0 where there is none
 * @param side whose code
 * @param implementation whose primitives; for a stack that is driven by {@code SSLEngine}, its name in tables
 */
record Measurement(
        String benchmark, Map<String, String> parameters, String subject, int size, Side side, String implementation) {

    /** The parameter that names a {@link PeerStack}. */
    static final String STACK = "stack";

    /** Our engine, as {@code --peer} and files know it. */
    static final String OWN = "dovetail";

    /** What bounds ours from below. */
    static final String BARE = "bare";

    /** The JDK's implementation of one algorithm, and the JDK's part of a stack. */
    static final String JDK = "jdk";

    private static final String CONTENDER = "contender";
    private static final String SUN = ".sunJsse";

    /** Whose code is measured. */
    enum Side {
        /** Ours. */
        OWN,
        /** What ours is compared with. */
        PEER,
        /** What ours can't be faster than. */
        FLOOR
    }

    /** What the figure counts. */
    enum Unit {
        /** Nanoseconds of one operation: JMH's primary result. */
        TIME,
        /** Bytes that a client and a server hold together: {@link Held#BYTES} by {@link Held#PAIRS}. */
        HELD_BYTES
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

    /** What the figure counts. */
    Unit unit() {
        return section().equals(Memory.class.getSimpleName()) ? Unit.HELD_BYTES : Unit.TIME;
    }

    /** Whose code, in one word that never changes. */
    String contender() {
        String stack = parameters.get(STACK);
        if (stack != null) return stack;
        return switch (side) {
            case OWN -> parameters.getOrDefault(CONTENDER, OWN);
            case FLOOR -> BARE;
            case PEER -> benchmark.endsWith(SUN) ? "sunjsse" : parameters.getOrDefault(CONTENDER, JDK);
        };
    }

    boolean isHandshake() {
        return section().equals(Handshakes.class.getSimpleName())
                || section().equals(Resumptions.class.getSimpleName());
    }

    /** Whether what is measured happens in the measured JVM, so that what it allocates is known. */
    boolean inMeasuredJvm() {
        return unit() == Unit.TIME && !benchmark.endsWith("Jvm") && !section().equals(StartUp.class.getSimpleName());
    }

    /** Whether the two do the same work, so that a ratio makes sense. */
    boolean comparesWith(Measurement other) {
        return section().equals(other.section()) && subject.equals(other.subject) && size == other.size;
    }

    /** Whose code, for people. */
    String by() {
        if (benchmark.endsWith(SUN)) return "SunJSSE";
        if (side == Side.FLOOR) {
            return section().startsWith("Record") ? "bare cipher, " + implementation : implementation;
        }
        if (implementation.equals(Plugins.DEFAULT)) return "Dovetail";
        return isNamed() ? implementation : "Dovetail, " + implementation;
    }

    /** Where the implementation says all: of others, of stacks, and of single algorithms. */
    private boolean isNamed() {
        return side == Side.PEER
                || Stream.of(STACK, CONTENDER, "group", "scheme").anyMatch(parameters::containsKey);
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
