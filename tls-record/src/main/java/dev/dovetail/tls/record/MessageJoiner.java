package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.MESSAGE_TOO_LONG;

import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Joins the pieces of handshake messages that records carry, and parts messages that share a record (RFC 8446 5.1). It
 * holds no more than came, whatever a header promises, and gives its memory back when it is empty. For one thread at a
 * time.
 */
public final class MessageJoiner implements AutoCloseable {

    /** Type and length of a handshake message (RFC 8446 4). */
    private static final int HEADER = 4;

    private static final byte[] NOTHING = new byte[0];

    private final int maxMessageLength;
    private byte[] held = NOTHING;
    private int start;
    private int end;

    /**
     * A joiner that holds nothing.
     *
     * @param maxMessageLength the longest body that a message may have, in bytes, without its header of four
     */
    public MessageJoiner(int maxMessageLength) {
        this.maxMessageLength = maxMessageLength;
    }

    /**
     * Takes the content of a handshake record.
     *
     * @param in not kept
     * @param offset where it begins
     * @param length how long it is
     * @throws TlsFault {@code MESSAGE_TOO_LONG} if the next message is, as soon as its header is there
     */
    public void add(byte[] in, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, in.length);
        if (length > held.length - end) makeRoom(length);
        System.arraycopy(in, offset, held, end, length);
        end += length;
        refuseTooLong();
    }

    /**
     * Takes the next message out.
     *
     * @return the message with its header, the caller's; or null if it is not complete
     * @throws TlsFault {@code MESSAGE_TOO_LONG} if the message behind it is
     */
    public byte @Nullable [] next() {
        if (end - start < HEADER) return null;
        int length = HEADER + bodyLength();
        if (end - start < length) return null;
        byte[] message = Arrays.copyOfRange(held, start, start + length);
        start += length;
        if (start == end) {
            close();
        } else {
            refuseTooLong();
        }
        return message;
    }

    /**
     * Whether nothing is held: keys may change only then (RFC 8446 5.1).
     *
     * @return false while there is a message, or a piece of one
     */
    public boolean isEmpty() {
        return start == end;
    }

    /**
     * How much is held.
     *
     * @return bytes that were added and not taken out
     */
    public int length() {
        return end - start;
    }

    /** Wipes what is held. The joiner is empty then, and may be used again. */
    @Override
    public void close() {
        Arrays.fill(held, (byte) 0);
        held = NOTHING;
        start = 0;
        end = 0;
    }

    private void refuseTooLong() {
        if (end - start < HEADER || bodyLength() <= maxMessageLength) return;
        TlsFault fault = MESSAGE_TOO_LONG.because(
                "handshake message %d of %d bytes where the limit is %d",
                held[start] & 0xff, bodyLength(), maxMessageLength);
        close();
        throw fault;
    }

    private int bodyLength() {
        return (held[start + 1] & 0xff) << 16 | (held[start + 2] & 0xff) << 8 | held[start + 3] & 0xff;
    }

    private void makeRoom(int length) {
        int kept = end - start;
        // Doubling keeps a long message in many small records from being copied once for each of them.
        int capacity = kept == 0 ? length : Math.max(Math.addExact(kept, length), 2 * kept);
        byte[] roomier = new byte[capacity];
        System.arraycopy(held, start, roomier, 0, kept);
        close();
        held = roomier;
        end = kept;
    }
}
