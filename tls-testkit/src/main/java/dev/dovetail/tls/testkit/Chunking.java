package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a flight's bytes reach the peer: a transport may cut them anywhere. */
@FunctionalInterface
public interface Chunking {

    /**
     * Cuts a flight.
     *
     * @param from whose flight it is
     * @param flight which of that side's flights, from 0
     * @param bytes all of it, not to be changed
     * @return the pieces in order, each given to the peer by itself
     */
    List<byte[]> cut(Role from, int flight, byte[] bytes);

    /**
     * Each flight in one piece.
     *
     * @return the strategy
     */
    static Chunking whole() {
        return (from, flight, bytes) -> List.of(bytes);
    }

    /**
     * Pieces of equal size.
     *
     * @param size bytes of each piece but the last, at least 1
     * @return the strategy
     */
    static Chunking pieces(int size) {
        if (size < 1) throw new IllegalArgumentException("pieces of " + size + " bytes");
        return (from, flight, bytes) -> {
            List<byte[]> pieces = new ArrayList<>();
            for (int start = 0; start < bytes.length; start += size) {
                pieces.add(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + size)));
            }
            return pieces;
        };
    }

    /**
     * Each record by itself.
     *
     * @return the strategy
     */
    static Chunking records() {
        return (from, flight, bytes) -> WireRecord.split(bytes);
    }

    /**
     * Every flight that is long enough in two pieces.
     *
     * @param at bytes of the first piece
     * @return the strategy
     */
    static Chunking splitAt(int at) {
        return (from, flight, bytes) -> at <= 0 || at >= bytes.length
                ? List.of(bytes)
                : List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /**
     * One flight in two pieces, all others whole.
     *
     * @param side whose flight
     * @param number which of that side's flights, from 0
     * @param at bytes of the first piece
     * @return the strategy
     */
    static Chunking splitAt(Role side, int number, int at) {
        Chunking split = splitAt(at);
        return (from, flight, bytes) ->
                from == side && flight == number ? split.cut(from, flight, bytes) : List.of(bytes);
    }
}
