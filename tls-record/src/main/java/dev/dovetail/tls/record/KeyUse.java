package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.KEY_WORN_OUT;
import static dev.dovetail.tls.api.Fault.SEQUENCE_EXHAUSTED;

/** How often one key was used: its sequence number and its limit. */
final class KeyUse {

    private final long limit;
    private final long wornFrom;
    private long next;

    /**
     * A key that was not used yet.
     *
     * @param recordLimit how many records it may protect; {@link Long#MAX_VALUE} where there is no limit
     */
    KeyUse(long recordLimit) {
        this(recordLimit, 0);
    }

    /** A key that has protected {@code used} records. */
    KeyUse(long recordLimit, long used) {
        this.limit = recordLimit;
        // Choice: an eighth of the limit, for AES-GCM three million records, is left for what is under way until the
        // key is changed; but never fewer than eight records, which a KeyUpdate and an alert need, if there are any.
        this.wornFrom = recordLimit - Math.max(recordLimit / 8, Math.min(8, recordLimit / 2));
        this.next = used;
    }

    /** The number of the next record. */
    long next() {
        return next;
    }

    /** The next record is done. */
    void advance() {
        next++;
    }

    boolean worn() {
        return next >= wornFrom;
    }

    /**
     * The numbers end.
     *
     * <p>Choice: at 2^63 instead of 2^64, so that they compare as signed numbers; nobody gets there.
     */
    void refuseExhausted() {
        if (next == Long.MAX_VALUE) throw SEQUENCE_EXHAUSTED.because("the sequence number %d is the last", next);
    }

    /** RFC 8446 5.5: the sender has to stop at the limit. */
    void refuseWornOut() {
        if (next >= limit) throw KEY_WORN_OUT.because("the key has protected %d records", next);
    }
}
