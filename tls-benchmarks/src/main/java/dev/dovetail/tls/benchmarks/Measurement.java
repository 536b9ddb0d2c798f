package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Side;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.util.Map;

/**
 * One benchmark with one set of parameters, and how it stands in the table.
 *
 * @param method what JMH calls
 * @param parameters JMH's, by name
 * @param subject what is compared: a suite, a kind of handshake, a group
 * @param size bytes of payload; 0 where there is none
 * @param who whose code
 */
record Measurement(BenchmarkMethod method, Map<String, String> parameters, String subject, int size, Contender who) {

    Measurement {
        parameters = Map.copyOf(parameters);
    }

    /** Class and method, without the package. */
    String benchmark() {
        return method.toString();
    }

    /** The class's name, which heads a section of the table. */
    String section() {
        return method.section();
    }

    /** The pattern by which JMH finds exactly this one. */
    String pattern() {
        return method.pattern();
    }

    /** What it is about. */
    Work work() {
        return method.work();
    }

    /** What the figure counts. */
    Unit unit() {
        return work().unit();
    }

    /** Whether what is measured happens in the measured JVM, so that what it allocates is known. */
    boolean inMeasuredJvm() {
        return work().inMeasuredJvm();
    }

    /** Whose code. */
    Side side() {
        return who.side();
    }

    /** Whose code, in one word that never changes. */
    String contender() {
        return who.key();
    }

    /** Whose code, for people. */
    String by() {
        return who.label();
    }

    /** Whose primitives; empty where that can't be chosen. */
    String implementation() {
        return who.implementation();
    }

    /** What {@code --include} is matched against. */
    @Override
    public String toString() {
        return section() + " " + subject + " " + (size == 0 ? "" : size + " ") + by();
    }
}
