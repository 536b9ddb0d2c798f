package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.key.Exporter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The early data of one connection (RFC 8446 2.3): what a client may still send, and keeps if it is to be sent again; what
 * a server has read, and the application has not.
 */
final class EarlyData implements AutoCloseable {

    private static final byte[] EMPTY = new byte[0];

    private EarlyDataOutcome outcome = EarlyDataOutcome.NONE;
    private @Nullable Exporter exporter;
    private long room;
    private int consumed;
    private boolean keeping;
    private boolean reading;
    private boolean serves;
    private byte[] kept = EMPTY;
    private int start;
    private int end;

    /** A client's application may send. */
    void beginSending(long most, boolean forLater, Exporter keyingMaterial) {
        room = most;
        keeping = forLater;
        exporter = keyingMaterial;
        // Until the server says otherwise.
        outcome = EarlyDataOutcome.REJECTED;
    }

    void stopSending() {
        room = 0;
    }

    /** The server has answered. */
    void settle(EarlyDataOutcome how) {
        outcome = how;
        if (how != EarlyDataOutcome.ACCEPTED && exporter != null) {
            // The server has no such keys.
            exporter.close();
            exporter = null;
        }
        if (how != EarlyDataOutcome.RESENT) {
            keeping = false;
            forget();
        }
    }

    /** How much the client may send now. */
    int room() {
        return (int) Math.min(Integer.MAX_VALUE, room);
    }

    /** Seals a client's early data behind what waits; {@link #consumed()} tells how much of it. Returns bytes written. */
    int seal(Outbox outbox, byte[] in, int offset, int length, byte[] out, int outOffset, int outRoom) {
        consumed = 0;
        int written = outbox.transmit(out, outOffset, outRoom);
        while (outbox.isEmpty() && consumed < length) {
            int count = outbox.application(
                    in, offset + consumed, length - consumed, out, outOffset + written, outRoom - written);
            if (count == 0) break;
            int taken = outbox.consumed();
            room -= taken;
            if (keeping) append(in, offset + consumed, taken);
            written += count;
            consumed += taken;
        }
        return written;
    }

    int consumed() {
        return consumed;
    }

    /** What is to be sent again; it is forgotten here. */
    void resend(Outbox outbox) {
        if (outcome != EarlyDataOutcome.RESENT || start == end) return;
        for (int sealed = start; sealed < end; sealed += outbox.consumed()) outbox.data(kept, sealed, end - sealed);
        forget();
    }

    /** A server takes early data from now on. */
    void beginReading(long most, Exporter keyingMaterial) {
        room = most;
        reading = true;
        serves = true;
        exporter = keyingMaterial;
        outcome = EarlyDataOutcome.ACCEPTED;
    }

    void endReading() {
        reading = false;
        room = 0;
    }

    /** Whether this is a server that took early data. */
    boolean taken() {
        return serves;
    }

    boolean reading() {
        return reading;
    }

    /** Whether a server's application has more to take, now or later. */
    boolean open() {
        return reading || waits();
    }

    /** Keeps what a record brought until the application asks for it. */
    void read(byte[] data, int offset, int length) {
        if (length > room) {
            throw Fault.EARLY_DATA_TOO_LONG.because("%d bytes more than the ticket allows", length - room);
        }
        room -= length;
        append(data, offset, length);
    }

    /** Whether there is something that the application has to take before all else. */
    boolean waits() {
        return serves && start < end;
    }

    /** Moves data to the application. */
    int deliver(byte[] out, int offset, int length) {
        if (!waits()) return 0;
        int count = Math.min(length, end - start);
        System.arraycopy(kept, start, out, offset, count);
        Arrays.fill(kept, start, start + count, (byte) 0);
        start += count;
        if (start == end) forget();
        return count;
    }

    EarlyDataOutcome outcome() {
        return outcome;
    }

    Optional<Exporter> exporter() {
        return Optional.ofNullable(exporter);
    }

    @Override
    public void close() {
        forget();
        room = 0;
        reading = false;
        if (exporter != null) exporter.close();
    }

    private void append(byte[] data, int offset, int length) {
        if (end + length > kept.length) {
            byte[] larger = Arrays.copyOfRange(kept, start, start + Math.max(2 * (end - start), end - start + length));
            Arrays.fill(kept, (byte) 0);
            kept = larger;
            end -= start;
            start = 0;
        }
        System.arraycopy(data, offset, kept, end, length);
        end += length;
    }

    private void forget() {
        Arrays.fill(kept, (byte) 0);
        kept = EMPTY;
        start = 0;
        end = 0;
    }
}
