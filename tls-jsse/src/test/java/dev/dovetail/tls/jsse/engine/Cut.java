package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;

/** Says how many bytes the next delivery from a wire holds. */
@FunctionalInterface
interface Cut {

    /**
     * The size of the next delivery.
     *
     * @param from who sent the bytes
     * @param wire which of them are delivered, and where its records begin
     * @return at least 1; more than there are mean all
     */
    int next(Role from, Wire wire);

    /** All that there is. */
    static Cut none() {
        return named("everything at once", (from, wire) -> Integer.MAX_VALUE);
    }

    /** So many bytes each time. */
    static Cut every(int bytes) {
        return named(bytes + " bytes each", (from, wire) -> bytes);
    }

    /** Each record by itself. */
    static Cut records() {
        return named("record by record", (from, wire) -> wire.toRecordEnd());
    }

    /** Each record in two, behind so many bytes; those that are not longer in one. */
    static Cut insideRecords(int offset) {
        return named("each record split at " + offset, (from, wire) -> {
            int into = wire.intoRecord();
            int end = wire.toRecordEnd();
            return into < offset ? Math.min(offset - into, end) : end;
        });
    }

    /**
     * One place in one direction, and nowhere else: all up to there comes at once, whole records before it included.
     */
    static Cut at(Role sender, long position) {
        return named("the " + sender + "'s stream split at " + position, (from, wire) -> {
            long before = position - wire.deliveredSoFar();
            return from == sender && before > 0 ? (int) before : Integer.MAX_VALUE;
        });
    }

    private static Cut named(String name, Cut cut) {
        return new Cut() {
            @Override
            public int next(Role from, Wire wire) {
                return cut.next(from, wire);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
