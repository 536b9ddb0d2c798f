/** Runs as one page of HTML that needs nothing beside itself: charts, tables, and where the figures come from. */
@NullMarked
package dev.dovetail.tls.benchmarks.report.html;

import org.jspecify.annotations.NullMarked;
