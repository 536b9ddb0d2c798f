package dev.dovetail.tls.benchmarks.report;

/**
 * Somebody who could not be measured.
 *
 * @param contender who
 * @param reason why, and perhaps what would help
 */
public record Absent(String contender, String reason) {}
