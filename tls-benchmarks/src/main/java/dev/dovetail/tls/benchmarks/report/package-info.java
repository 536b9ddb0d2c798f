/**
 * What a run of the benchmarks measured, and how it is shown: kept as JSON, as tables for a terminal and for a page of
 * documentation, compared with an earlier run, and held against what was aimed at. Nothing here measures.
 */
@NullMarked
package dev.dovetail.tls.benchmarks.report;

import org.jspecify.annotations.NullMarked;
