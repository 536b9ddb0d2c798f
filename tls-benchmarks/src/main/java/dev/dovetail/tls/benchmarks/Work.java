package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Unit;

/** What a benchmark is about: that tells how long it has to be measured, and what its figure counts. */
enum Work {
    /** Data through a connection or a record layer. Ciphers need seconds until they are as fast as they get. */
    RECORDS,
    /** Whole handshakes, of which there are few in a second. */
    HANDSHAKES,
    /** One step of a handshake. */
    PIECES,
    /** Programs from their start to their end, in processes of their own. */
    PROCESSES,
    /** What idle connections hold: no matter of time, and looked at once in each JVM. */
    MEMORY;

    /** What the figure counts. */
    Unit unit() {
        return this == MEMORY ? Unit.BYTES : Unit.NANOSECONDS;
    }

    /** Whether the work is done in the measured JVM, so that what it allocates for one operation is known. */
    boolean inMeasuredJvm() {
        return this != PROCESSES && this != MEMORY;
    }
}
