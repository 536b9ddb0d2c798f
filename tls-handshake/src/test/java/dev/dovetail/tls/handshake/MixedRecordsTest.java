package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MixedRecordsTest {

    private static final int OVERHEAD = 22;

    @Test
    void isTheGreatestOverAnyNumberOfSmallRecords() {
        for (int limit : new int[] {1, 2, 7, 12, 100}) {
            for (int first : new int[] {1, 3, 4, 12, 99, 100}) {
                for (int records : new int[] {0, 1, 2, 5, 40, 1000}) {
                    MixedRecords mixed = new MixedRecords(first, records, limit);
                    for (int length = 0; length < 700; length += 1 + length / 13) {
                        assertGreatest(mixed, length, added(limit));
                        assertGreatest(mixed, length, blocks(limit));
                        assertGreatest(mixed, length, padded(limit));
                        assertGreatest(mixed, length, uneven(limit));
                    }
                }
            }
        }
    }

    @Test
    void anEmptyRecordIsARecordToo() {
        assertThat(new MixedRecords(1369, 40, 1 << 14).longest(0, added(1 << 14)))
                .isEqualTo(OVERHEAD);
    }

    @Test
    void nothingIsBehindSmallRecordsThatTakeItAll() {
        assertThat(new MixedRecords(100, 3, 1000).longest(300, added(1000))).isEqualTo(3 * (100 + OVERHEAD));
        assertThat(new MixedRecords(100, 3, 1000).longest(301, added(1000))).isEqualTo(301 + 4 * OVERHEAD);
    }

    @Test
    void withoutSmallRecordsAllAreFull() {
        assertThat(new MixedRecords(1000, 0, 1000).longest(2001, added(1000))).isEqualTo(2001 + 3 * OVERHEAD);
    }

    @Test
    void asksNoMoreOftenThanAPeriodWantsHoweverManyRecordsThereAre() {
        int[] asked = {0};
        IntUnaryOperator plain = added(1 << 14);
        IntUnaryOperator counting = length -> {
            asked[0]++;
            return plain.applyAsInt(length);
        };
        // A period of 2^14 / 4, twice; once for a small record, and not for nothing behind the last one.
        long longest = new MixedRecords(12, Integer.MAX_VALUE, 1 << 14).longest(600_000_000, counting);
        assertThat(longest).isEqualTo(600_000_000L + 50_000_000L * OVERHEAD);
        assertThat(asked[0]).isEqualTo(2 * (1 << 12));
    }

    @Test
    void isMoreThanAnIntWhereTheRecordsAre() {
        MixedRecords single = new MixedRecords(1, Integer.MAX_VALUE, 1 << 14);
        assertThat(single.longest(Integer.MAX_VALUE - 5_000_000, added(1 << 14)))
                .isEqualTo((Integer.MAX_VALUE - 5_000_000L) * (1 + OVERHEAD));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> single.longest(Integer.MAX_VALUE, added(1 << 14)));
    }

    private static void assertGreatest(MixedRecords mixed, int length, IntUnaryOperator sealed) {
        int piece = Math.min(mixed.first(), mixed.limit());
        long greatest = sealed.applyAsInt(length);
        for (int count = 1; count <= Math.min(mixed.records(), length / piece); count++) {
            int rest = length - count * piece;
            greatest = Math.max(
                    greatest, (long) count * sealed.applyAsInt(piece) + (rest == 0 ? 0 : sealed.applyAsInt(rest)));
        }
        assertThat(mixed.longest(length, sealed))
                .as("%s, %d bytes", mixed, length)
                .isEqualTo(greatest);
    }

    /** As an AEAD does: so many bytes beside each record's content. */
    private static IntUnaryOperator added(int limit) {
        return cut(limit, content -> content + OVERHEAD);
    }

    /** As CBC does: whole blocks. */
    private static IntUnaryOperator blocks(int limit) {
        return cut(limit, content -> 16 * ((content + OVERHEAD) / 16 + 1));
    }

    /** As padding to the full length does. */
    private static IntUnaryOperator padded(int limit) {
        return cut(limit, content -> limit + OVERHEAD);
    }

    /** As no sensible policy does. */
    private static IntUnaryOperator uneven(int limit) {
        return cut(limit, content -> content + OVERHEAD + content * 31 % 17);
    }

    private static IntUnaryOperator cut(int limit, IntUnaryOperator record) {
        return length -> {
            if (length == 0) return record.applyAsInt(0);
            int rest = length % limit;
            long whole = (long) (length / limit) * record.applyAsInt(limit);
            return Math.toIntExact(whole + (rest == 0 ? 0 : record.applyAsInt(rest)));
        };
    }
}
