package dev.dovetail.tls.suites.aegis;

/**
 * One round of AES without its key, on eight blocks at once (FIPS 197 5.1): SubBytes, ShiftRows, MixColumns. For one
 * thread at a time.
 */
final class AesRound {

    // In a word byte 0 is lowest, and bytes 4c to 4c + 3 are column c: each mask takes one row of both columns.
    private static final long ROW_0 = 0x000000ff000000ffL;
    private static final long ROW_1 = ROW_0 << 8;
    private static final long ROW_2 = ROW_0 << 16;
    private static final long ROW_3 = ROW_0 << 24;

    private final SBox sBox = new SBox();

    /** Replaces all eight blocks. */
    void apply(Lanes blocks) {
        sBox.substitute(blocks.low);
        sBox.substitute(blocks.high);
        for (int bit = 0; bit < Lanes.BITS; bit++) shiftRows(blocks.low, blocks.high, bit);
        mixColumns(blocks.low);
        mixColumns(blocks.high);
    }

    /** FIPS 197 5.1.2: row r goes r columns to the left, where the word of columns 0 and 1 is followed by the other. */
    private static void shiftRows(long[] low, long[] high, int bit) {
        long first = low[bit];
        long second = high[bit];
        long next = first >>> 32 | second << 32;
        long previous = second >>> 32 | first << 32;
        low[bit] = first & ROW_0 | next & ROW_1 | second & ROW_2 | previous & ROW_3;
        high[bit] = second & ROW_0 | previous & ROW_1 | first & ROW_2 | next & ROW_3;
    }

    /**
     * FIPS 197 5.1.3: 2a + 3b + c + d is 2(a + b) + b + (c + d), where b is the row below a. Doubling moves each plane up
     * by one, and the highest into planes 0, 1, 3 and 4.
     */
    private static void mixColumns(long[] planes) {
        long carry = planes[7] ^ below(planes[7]);
        long doubled = carry;
        for (int bit = 0; bit < Lanes.BITS; bit++) {
            long next = below(planes[bit]);
            long sum = planes[bit] ^ next;
            planes[bit] = doubled ^ next ^ twoBelow(sum);
            doubled = bit == 0 || bit == 2 || bit == 3 ? sum ^ carry : sum;
        }
    }

    /** In each column the row below, the first row below the last. */
    private static long below(long plane) {
        return plane >>> 8 & ~ROW_3 | plane << 24 & ROW_3;
    }

    private static long twoBelow(long plane) {
        return plane >>> 16 & (ROW_0 | ROW_1) | plane << 16 & (ROW_2 | ROW_3);
    }

    /** Forgets what the last call left behind. */
    void clear() {
        sBox.clear();
    }
}
