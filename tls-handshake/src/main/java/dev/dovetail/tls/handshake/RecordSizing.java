package dev.dovetail.tls.handshake;

import java.time.Duration;

/**
 * How much content we put into records of application data. Full records cost the least; but a peer can read none of a
 * record before its last byte is there, and at the begin of a connection, when TCP sends little at a time, that is a round
 * trip later than the first. So a server of pages may begin with records that fill one packet each, and go on with full
 * ones once data flows. The peer's limit holds in any case (RFC 8449).
 *
 * @param longest the most content of any record, 1 to 2^14 bytes
 * @param first the most content of the first records, 1 to {@code longest}
 * @param records how many first records there are; 0 for none
 * @param idle after how long without data the first records come again, because TCP begins anew as well; some decades for
 *     never
 */
public record RecordSizing(int longest, int first, int records, Duration idle) {

    // Choice: with 22 bytes of TLS 1.3 around it, and IPv6 and TCP with timestamps, this fills a packet of 1,500 bytes
    // with some room to spare; forty of them are what TCP sends in its first two or three round trips.
    private static final int ONE_PACKET = 1369;
    private static final int FIRST_ROUND_TRIPS = 40;
    private static final Duration SLOW_START_AGAIN = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if no record has such a length, the count is negative, or the time is
     *     not longer than none
     */
    public RecordSizing {
        if (longest < 1 || longest > 1 << 14) {
            throw new IllegalArgumentException("a record has 1 to 16384 bytes of content, not " + longest);
        }
        if (first < 1 || first > longest) {
            throw new IllegalArgumentException("the first records have 1 to " + longest + " bytes, not " + first);
        }
        // Longer than that is never.
        if (idle.compareTo(FOREVER) > 0) idle = FOREVER;
        if (records < 0 || idle.isNegative() || records > 0 && idle.isZero()) {
            throw new IllegalArgumentException(
                    "a number of records is not negative, a time is longer than none: " + records + ", " + idle);
        }
    }

    /**
     * Records as full as the peer allows: the default.
     *
     * @return up to 2^14 bytes of content
     */
    public static RecordSizing full() {
        return upTo(1 << 14);
    }

    /**
     * Records of a limited length.
     *
     * @param longest bytes of content, 1 to 2^14
     * @return this many from the first record on
     */
    public static RecordSizing upTo(int longest) {
        return new RecordSizing(longest, longest, 0, Duration.ZERO);
    }

    /**
     * Small records first, then full ones: 40 that fill a packet of 1,500 bytes each, again after a second without data.
     *
     * @return for servers and clients that are waited for
     */
    public static RecordSizing smallFirst() {
        return new RecordSizing(1 << 14, ONE_PACKET, FIRST_ROUND_TRIPS, SLOW_START_AGAIN);
    }

    /**
     * The same with shorter records.
     *
     * @param most bytes of content that no record may exceed, 1 to 2^14
     * @return these numbers, each of the lengths at most that
     * @throws IllegalArgumentException if {@code most} is no such length
     */
    public RecordSizing within(int most) {
        return new RecordSizing(Math.min(longest, most), Math.min(first, most), records, idle);
    }
}
