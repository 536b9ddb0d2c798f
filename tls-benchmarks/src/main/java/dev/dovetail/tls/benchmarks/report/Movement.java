package dev.dovetail.tls.benchmarks.report;

/** What became of a row since an earlier run. */
public enum Movement {
    /** It got better by more than the noise. */
    BETTER,
    /** It got worse by more than the noise. */
    WORSE,
    /** What changed is within the noise. */
    STILL,
    /** It was not there before. */
    NEW,
    /** It is no longer there. */
    GONE;

    /**
     * Whether it was measured in both runs and is another.
     *
     * @return whether it is better or worse
     */
    public boolean isMove() {
        return this == BETTER || this == WORSE;
    }
}
