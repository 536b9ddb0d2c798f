package dev.dovetail.tls.benchmarks.report;

/** What an iteration's value counts; less is better in each. */
public enum Unit {
    /** Nanoseconds of one operation. */
    NANOSECONDS,
    /** Bytes that are held. */
    BYTES
}
