package dev.dovetail.tls.benchmarks.report;

/**
 * A benchmark that broke.
 *
 * @param measurement which
 * @param reason what it said
 */
public record Failure(String measurement, String reason) {}
