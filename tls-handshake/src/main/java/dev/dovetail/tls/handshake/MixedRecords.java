package dev.dovetail.tls.handshake;

import java.util.function.IntUnaryOperator;

/**
 * Data that is cut into some small records and then into full ones, which is how {@link RecordSizing} has it.
 *
 * @param first the most content of a small record
 * @param records how many small records there are at most
 * @param limit the most content of any record, 1 to 2^14
 */
record MixedRecords(int first, int records, int limit) {

    /**
     * The most bytes that data becomes, however many of the small records are still to come.
     *
     * @param length bytes of data
     * @param sealed how long so much content is without small records; of whole records a multiple
     * @return bytes on the wire
     * @throws ArithmeticException if {@code sealed} throws it, for lengths that no array has
     */
    long longest(int length, IntUnaryOperator sealed) {
        int piece = Math.min(first, limit);
        int most = Math.min(records, length / piece);
        // So many small records hold as much as some number of full ones: with so many more of them, the incomplete
        // one at the end stays as it is, and the whole grows or shrinks by a constant. The greatest is near an end.
        int period = limit / greatestCommonDivisor(piece, limit);
        long small = sealed.applyAsInt(piece);
        long longest = 0;
        for (int count = 0; count <= most; count++) {
            if (count == period) count = Math.max(count, most - period + 1);
            int rest = length - count * piece;
            long behind = rest == 0 && count > 0 ? 0 : sealed.applyAsInt(rest);
            longest = Math.max(longest, count * small + behind);
        }
        return longest;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
