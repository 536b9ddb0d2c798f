package dev.dovetail.tls.benchmarks.report;

/** Whose code was measured. */
public enum Side {
    /** Ours. */
    OWN,
    /** What ours is compared with. */
    PEER,
    /** What ours can't be faster than: the bare cipher. */
    FLOOR
}
