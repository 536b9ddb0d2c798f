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
 * that overflows which does not fit, and what carries no data never does. From one array to another with room for the whole
 * record nothing is copied, within one the record is, and between direct buffers what is on either side. Guarded by its
 * owner.
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
        if (record == 0) {
            if (!keeps()) return incomplete(source);
            Status met = kept(source, destination.remaining());
            if (met == Status.OK) handOver(source, destination);
            return met;
        }
        boolean ample = destination.remaining() >= record;
        return ample ? open(source, record, destination) : openAside(source, record, destination);
    }

    /** The same for several. */
    Status next(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) {
        int record = wholeRecord(source);
        if (record == 0) {
            if (!keeps()) return incomplete(source);
            Status met = kept(source, Buffers.remaining(destinations, offset, length));
            if (met == Status.OK) handOver(source, destinations, Buffers.first(destinations, offset, length));
            return met;
        }
        int first = Buffers.first(destinations, offset, length);
        boolean ample = length > 0 && destinations[first].remaining() >= record;
        return ample
                ? open(source, record, destinations[first])
                : scatter(source, record, destinations, offset, length);
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
    private Status open(ByteBuffer source, int record, ByteBuffer destination) {
        if (!destination.hasArray()) return openAside(source, record, destination);
        byte[] out = destination.array();
        int position = destination.position();
        int offset = destination.arrayOffset() + position;
        int room = destination.remaining();
        // The JDK's ciphers copy all of an array that they are to open within, or open it slowly.
        if (source.hasArray() && source.array() != out) {
            produced = receive(source.array(), source.arrayOffset() + source.position(), record, out, offset, room);
        } else {
            Staging staging = scratch.take();
            try {
                produced = receiveCopy(source, record, staging, out, offset, room);
            } finally {
                scratch.give(staging, 0);
            }
        }
        destination.position(position + produced);
        taken(source);
        return Status.OK;
    }

    /** Into an array of ours first, and then into one that is none or has perhaps too little room. */
    private Status openAside(ByteBuffer source, int record, ByteBuffer destination) {
        Staging staging = scratch.take();
        int used = record;
        try {
            used = openPlain(source, record, staging);
            if (destination.remaining() < produced) return keep(staging.plain());
            destination.put(staging.plain(), 0, produced);
        } finally {
            scratch.give(staging, used);
        }
        taken(source);
        return Status.OK;
    }

    /** Into several buffers. */
    private Status scatter(ByteBuffer source, int record, ByteBuffer[] destinations, int offset, int length) {
        Staging staging = scratch.take();
        int used = record;
        try {
            used = openPlain(source, record, staging);
            if (Buffers.remaining(destinations, offset, length) < produced) return keep(staging.plain());
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
        produced = receive(source, record, staging, plain, plain.length);
        return tls.failure().isPresent() ? record : produced;
    }

    private void taken(ByteBuffer source) {
        consumed = tls.consumed();
        source.position(source.position() + consumed);
    }

    private Status keep(byte[] plain) {
        kept = Arrays.copyOf(plain, produced);
        keptRecord = tls.consumed();
        produced = 0;
        return Status.BUFFER_OVERFLOW;
    }

    /** Whether what was opened before can be handed over: if the record is there again, and the room suffices. */
    private Status kept(ByteBuffer source, int room) {
        if (source.remaining() < keptRecord) return Status.BUFFER_UNDERFLOW;
        return room < kept.length ? Status.BUFFER_OVERFLOW : Status.OK;
    }

    private void handOver(ByteBuffer source, ByteBuffer destination) {
        destination.put(kept);
        handedOver(source);
    }

    private void handOver(ByteBuffer source, ByteBuffer[] destinations, int first) {
        Buffers.put(kept, kept.length, destinations, first);
        handedOver(source);
    }

    private void handedOver(ByteBuffer source) {
        produced = kept.length;
        consumed = keptRecord;
        source.position(source.position() + keptRecord);
        forget();
    }

    /** Where not all of the record is here, the header alone may tell that it never has to be. */
    private Status incomplete(ByteBuffer source) {
        if (source.remaining() >= HEADER && source.hasArray()) {
            receive(source.array(), source.arrayOffset() + source.position(), HEADER, NOTHING, 0, 0);
        } else if (source.remaining() >= HEADER) {
            Staging staging = scratch.take();
            try {
                receive(source, HEADER, staging, NOTHING, 0);
            } finally {
                scratch.give(staging, 0);
            }
        }
        return tls.failure().isPresent() ? Status.OK : Status.BUFFER_UNDERFLOW;
    }

    /** Into another array than the source's. */
    private int receive(ByteBuffer source, int count, Staging staging, byte[] out, int room) {
        return source.hasArray()
                ? receive(source.array(), source.arrayOffset() + source.position(), count, out, 0, room)
                : receiveCopy(source, count, staging, out, 0, room);
    }

    private int receiveCopy(ByteBuffer source, int count, Staging staging, byte[] out, int outOffset, int room) {
        byte[] sealed = staging.sealed();
        source.get(source.position(), sealed, 0, count);
        return receive(sealed, 0, count, out, outOffset, room);
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
