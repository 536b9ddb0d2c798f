package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * What one end sent and the other has not read. Some of it is delivered, which means that the reader has it in its
 * hands, and some is still under way.
 */
final class Wire {

    private static final int UNKNOWN = -1;

    private final Role from;
    private final Cut cut;
    private final Deque<Sent> unread = new ArrayDeque<>();
    private final List<Integer> lengths = new ArrayList<>();
    private IntFunction<UnaryOperator<byte[]>> change = index -> null;
    private byte[] first = {};
    private byte[] bytes = new byte[4096];
    private int read;
    private int delivered;
    private int end;
    private long before;

    /**
     * One record.
     *
     * @param length in bytes, header included
     * @param content how many bytes of application data it holds, or -1 if somebody meddled with it
     */
    record Sent(int length, int content) {

        boolean known() {
            return content != UNKNOWN;
        }
    }

    Wire(Role from, Cut cut) {
        this.from = from;
        this.cut = cut;
    }

    /** Lets a test meddle: given a record's number, what happens to its bytes, or null for nothing. */
    void changing(IntFunction<UnaryOperator<byte[]>> change) {
        this.change = change;
    }

    /** Nothing that is sent from here on arrives. */
    void breaks() {
        change = index -> record -> new byte[0];
    }

    /** Takes one record in. */
    void put(byte[] record, int content) {
        UnaryOperator<byte[]> changed = change.apply(lengths.size());
        if (lengths.isEmpty()) first = record;
        lengths.add(record.length);
        byte[] sent = changed == null ? record : changed.apply(record);
        append(sent, changed == null ? content : UNKNOWN);
    }

    /** Takes bytes in that no engine made. */
    void append(byte[] sent, int content) {
        if (sent.length == 0) return;
        unread.add(new Sent(sent.length, content));
        if (read == end) {
            before += read;
            read = delivered = end = 0;
        }
        if (end + sent.length > bytes.length) bytes = Arrays.copyOf(bytes, 2 * (end + sent.length));
        System.arraycopy(sent, 0, bytes, end, sent.length);
        end += sent.length;
    }

    void append(byte[] sent) {
        append(sent, UNKNOWN);
    }

    /** Hands the reader some more, if there is more. */
    boolean deliver() {
        if (delivered == end) return false;
        int next = cut.next(from, this);
        if (next < 1) throw new AssertionError("a cut of " + next);
        delivered = next > end - delivered ? end : delivered + next;
        return true;
    }

    /** What the reader has and did not read: an offset in {@link #bytes()}, and {@link #pending()} bytes from there. */
    int offset() {
        return read;
    }

    byte[] bytes() {
        return bytes;
    }

    int pending() {
        return delivered - read;
    }

    int underWay() {
        return end - delivered;
    }

    /** The record at which the reader is; null if there is none. */
    Sent current() {
        return unread.peek();
    }

    void skip(int count) {
        read += count;
        int left = count;
        while (left > 0 && !unread.isEmpty()) {
            Sent first = unread.remove();
            if (first.length() > left) unread.addFirst(new Sent(first.length() - left, UNKNOWN));
            left -= Math.min(left, first.length());
        }
    }

    /** The reader reads no more. */
    void discard() {
        delivered = end;
        skip(end - read);
    }

    long deliveredSoFar() {
        return before + delivered;
    }

    long sentSoFar() {
        return before + end;
    }

    /** How many of the bytes of the record under way are delivered. */
    int intoRecord() {
        int start = read;
        for (Sent sent : unread) {
            if (start + sent.length() > delivered) break;
            start += sent.length();
        }
        return delivered - start;
    }

    /** How many bytes of the record under way are not delivered. */
    int toRecordEnd() {
        int stop = read;
        for (Sent sent : unread) {
            stop += sent.length();
            if (stop > delivered) break;
        }
        return stop - delivered;
    }

    /** The first record that the engine made. */
    byte[] first() {
        return first;
    }

    /** The lengths of all records that the engine made, header included, in order. */
    List<Integer> lengths() {
        return List.copyOf(lengths);
    }
}
