/**
 * What each suite, and each implementation of its parts, costs: beside the JDK's own TLS and beside the bare primitives,
 * in one run. JMH wants its states and benchmarks to be public and not final.
 */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.benchmarks;
