package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.jsse.setup.Scratch;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * Opens one record from one buffer into a run of buffers. Where the plaintext does not fit, it is opened all the same and
 * kept: the caller is told so, is left with the record, and gets the plaintext when it comes again with more room. So exactly
 * that overflows which does not fit, and what carries no data never does. Guarded by its owner.
 */
final class Unwrapping {

    private static final int HEADER = 5;
    private static final byte[] NOTHING = new byte[0];

    private final TlsEngine tls;
    private final Scratch scratch;
    /** The length of the record that was opened and is still the caller's; 0 if there is none. */
    private int kept;

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

    /** OK, or what stands in the way; faults are the engine's to tell. */
    Status next(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) {
        consumed = 0;
        produced = 0;
        if (kept > 0) return deliver(source, destinations, offset, length);
        int available = source.remaining();
        if (available < HEADER) return Status.BUFFER_UNDERFLOW;
        int start = source.position();
        // Byte by byte: the buffer may have the other byte order.
        int record = HEADER + ((source.get(start + 3) & 0xff) << 8 | source.get(start + 4) & 0xff);
        if (record > available || record > Scratch.LENGTH) {
            // Not all of it is here: the header alone may tell that it never has to be.
            refuseHeader(source);
            return tls.failure().isPresent() ? Status.OK : Status.BUFFER_UNDERFLOW;
        }
        if (source.hasArray()) {
            return open(source, source.array(), source.arrayOffset() + start, record, destinations, offset, length);
        }
        byte[] copy = scratch.take();
        try {
            source.get(start, copy, 0, record);
            return open(source, copy, 0, record, destinations, offset, length);
        } finally {
            scratch.give(copy, 0);
        }
    }

    private Status open(
            ByteBuffer source, byte[] in, int inOffset, int record, ByteBuffer[] destinations, int offset, int length) {
        int room = Buffers.remaining(destinations, offset, length);
        if (room < record) {
            // Perhaps too little, or nothing is to come: the engine keeps what there is.
            receive(in, inOffset, record, NOTHING, 0, 0);
            int waiting = tls.pending();
            if (waiting == 0) {
                taken(source);
                relax();
                return Status.OK;
            }
            kept = tls.consumed();
            return deliver(source, destinations, offset, length);
        }
        int first = Buffers.first(destinations, offset, length);
        ByteBuffer target = destinations[first];
        if (target.hasArray() && target.remaining() >= record) {
            int position = target.position();
            produced =
                    receive(in, inOffset, record, target.array(), target.arrayOffset() + position, target.remaining());
            target.position(position + produced);
            return taken(source);
        }
        byte[] plain = scratch.take();
        try {
            produced = receive(in, inOffset, record, plain, 0, plain.length);
            Buffers.put(plain, produced, destinations, first);
            return taken(source);
        } finally {
            // A fault may leave a record behind that was opened and not handed out.
            scratch.give(plain, tls.failure().isPresent() ? plain.length : produced);
        }
    }

    private Status taken(ByteBuffer source) {
        consumed = tls.consumed();
        source.position(source.position() + consumed);
        return Status.OK;
    }

    /** Hands over what was opened before, if the record is there again and the room suffices. */
    private Status deliver(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) {
        if (source.remaining() < kept) return Status.BUFFER_UNDERFLOW;
        int waiting = tls.pending();
        if (Buffers.remaining(destinations, offset, length) < waiting) return Status.BUFFER_OVERFLOW;
        byte[] plain = scratch.take();
        try {
            produced = receive(NOTHING, 0, 0, plain, 0, waiting);
            Buffers.put(plain, produced, destinations, Buffers.first(destinations, offset, length));
        } finally {
            scratch.give(plain, produced);
        }
        source.position(source.position() + kept);
        consumed = kept;
        kept = 0;
        // Where more is at hand, the next record is likely to need the array again.
        if (!source.hasRemaining()) relax();
        return Status.OK;
    }

    /** Has the engine give its array back: who waits for records holds none. */
    private void relax() {
        receive(NOTHING, 0, 0, NOTHING, 0, 0);
    }

    private void refuseHeader(ByteBuffer source) {
        byte[] header = new byte[HEADER];
        source.get(source.position(), header, 0, HEADER);
        receive(header, 0, HEADER, NOTHING, 0, 0);
    }

    /** A fault is kept by the engine; bytes of plaintext before it count. */
    private int receive(byte[] in, int inOffset, int count, byte[] out, int outOffset, int room) {
        try {
            tls.receive(in, inOffset, count, out, outOffset, room);
        } catch (TlsFault kept) {
            return 0;
        }
        return tls.produced();
    }
}
