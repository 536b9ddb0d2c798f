package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.jsse.setup.Scratch;
import dev.dovetail.tls.jsse.setup.Staging;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * Opens one record from one buffer into a run of buffers. Where the plaintext does not fit, it is opened all the same and
 * kept: the caller is told so, is left with the record, and gets the plaintext when it comes again with more room. So exactly
 * that overflows which does not fit, and what carries no data never does. From array to array with room for the whole record
 * nothing is copied, and between direct buffers once on either side. Guarded by its owner.
 */
final class Unwrapping {

    private static final int HEADER = 5;
    private static final byte[] NOTHING = new byte[0];

    private final TlsEngine tls;
    private final Scratch scratch;
    /** The length of the record that was opened and is still the caller's; 0 if there is none. */
    private int keptRecord;
    /** What was in it. */
    private byte[] kept = NOTHING;

    private int consumed;
    private int produced;

    Unwrapping(TlsEngine tls, Scratch scratch) {
        this.tls = tls;
        this.scratch = scratch;
    }

    int consumed() {
        return consumed;
    }

    int produced() {
        return produced;
    }

    /** Whether plaintext is kept that the caller has not got. */
    boolean keeps() {
        return keptRecord > 0;
    }

    /** Wipes what the caller has not fetched. */
    void forget() {
        Arrays.fill(kept, (byte) 0);
        kept = NOTHING;
        keptRecord = 0;
    }

    /** OK, or what stands in the way; faults are the engine's to tell. */
    Status next(ByteBuffer source, ByteBuffer destination) {
        int record = wholeRecord(source);
        if (record == 0 || destination.remaining() < record) {
            return next(source, new ByteBuffer[] {destination}, 0, 1);
        }
        open(source, record, destination);
        return Status.OK;
    }

    /** The same for several. */
    Status next(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) {
        int record = wholeRecord(source);
        if (keptRecord > 0) return deliver(source, destinations, offset, length);
        if (record == 0) {
            // Not all of it is here: the header alone may tell that it never has to be.
            if (source.remaining() >= HEADER) refuseHeader(source);
            return tls.failure().isPresent() ? Status.OK : Status.BUFFER_UNDERFLOW;
        }
        int first = Buffers.first(destinations, offset, length);
        if (length > 0 && destinations[first].remaining() >= record) {
            open(source, record, destinations[first]);
            return Status.OK;
        }
        return scatter(source, record, destinations, offset, length);
    }

    /** The length of the record that {@code source} begins with; 0 if not all of it is there, or another is kept. */
    private int wholeRecord(ByteBuffer source) {
        consumed = 0;
        produced = 0;
        int available = source.remaining();
        if (available < HEADER || keptRecord > 0) return 0;
        int start = source.position();
        // Byte by byte: the buffer may have the other byte order.
        int record = HEADER + ((source.get(start + 3) & 0xff) << 8 | source.get(start + 4) & 0xff);
        return record > available || record > Scratch.LENGTH ? 0 : record;
    }

    /** Into one buffer that has room for all that the record can hold. */
    private void open(ByteBuffer source, int record, ByteBuffer destination) {
        if (source.hasArray() && destination.hasArray()) {
            int position = destination.position();
            produced = receive(
                    source.array(),
                    source.arrayOffset() + source.position(),
                    record,
                    destination.array(),
                    destination.arrayOffset() + position,
                    destination.remaining());
            destination.position(position + produced);
        } else {
            openStaged(source, record, destination);
        }
        taken(source);
    }

    private void openStaged(ByteBuffer source, int record, ByteBuffer destination) {
        Staging staging = scratch.take();
        int used = 0;
        try {
            if (destination.hasArray()) {
                int position = destination.position();
                byte[] out = destination.array();
                int offset = destination.arrayOffset() + position;
                produced = receive(source, record, staging, out, offset, destination.remaining());
                destination.position(position + produced);
            } else {
                used = record;
                used = openPlain(source, record, staging);
                destination.put(staging.plain(), 0, produced);
            }
        } finally {
            scratch.give(staging, used);
        }
    }

    /** Into several buffers, or one that is perhaps too small. */
    private Status scatter(ByteBuffer source, int record, ByteBuffer[] destinations, int offset, int length) {
        Staging staging = scratch.take();
        int used = record;
        try {
            used = openPlain(source, record, staging);
            if (Buffers.remaining(destinations, offset, length) < produced) {
                kept = Arrays.copyOf(staging.plain(), produced);
                keptRecord = tls.consumed();
                produced = 0;
                return Status.BUFFER_OVERFLOW;
            }
            if (produced > 0) {
                int first = Buffers.first(destinations, offset, length);
                Buffers.put(staging.plain(), produced, destinations, first);
            }
        } finally {
            scratch.give(staging, used);
        }
        taken(source);
        return Status.OK;
    }

    /** Opens into the staging; returns how much of it is to be wiped: whatever may be there, if it did not go well. */
    private int openPlain(ByteBuffer source, int record, Staging staging) {
        byte[] plain = staging.plain();
        produced = receive(source, record, staging, plain, 0, plain.length);
        return tls.failure().isPresent() ? record : produced;
    }

    private void taken(ByteBuffer source) {
        consumed = tls.consumed();
        source.position(source.position() + consumed);
    }

    /** Hands over what was opened before, if the record is there again and the room suffices. */
    private Status deliver(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) {
        if (source.remaining() < keptRecord) return Status.BUFFER_UNDERFLOW;
        if (Buffers.remaining(destinations, offset, length) < kept.length) return Status.BUFFER_OVERFLOW;
        Buffers.put(kept, kept.length, destinations, Buffers.first(destinations, offset, length));
        produced = kept.length;
        consumed = keptRecord;
        source.position(source.position() + keptRecord);
        forget();
        return Status.OK;
    }

    private void refuseHeader(ByteBuffer source) {
        byte[] header = new byte[HEADER];
        source.get(source.position(), header, 0, HEADER);
        receive(header, 0, HEADER, NOTHING, 0, 0);
    }

    private int receive(ByteBuffer source, int record, Staging staging, byte[] out, int outOffset, int room) {
        int start = source.position();
        if (source.hasArray()) {
            return receive(source.array(), source.arrayOffset() + start, record, out, outOffset, room);
        }
        byte[] sealed = staging.sealed();
        source.get(start, sealed, 0, record);
        return receive(sealed, 0, record, out, outOffset, room);
    }

    /** A fault is kept by the engine; bytes of plaintext before it count. */
    private int receive(byte[] in, int inOffset, int count, byte[] out, int outOffset, int room) {
        try {
            tls.receive(in, inOffset, count, out, outOffset, room);
        } catch (TlsFault known) {
            return 0;
        }
        return tls.produced();
    }
}
