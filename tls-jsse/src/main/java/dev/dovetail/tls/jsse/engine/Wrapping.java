package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.jsse.setup.Scratch;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult.Status;

/** Makes one record of what a run of buffers holds, or hands over one that waits. Guarded by its owner. */
final class Wrapping {

    private final TlsEngine tls;
    private final Scratch scratch;
    private int consumed;
    private int produced;

    Wrapping(TlsEngine tls, Scratch scratch) {
        this.tls = tls;
        this.scratch = scratch;
    }

    int consumed() {
        return consumed;
    }

    int produced() {
        return produced;
    }

    /** A handshake message or an alert. */
    Status transmit(ByteBuffer destination) {
        consumed = 0;
        produced = 0;
        int record = tls.nextRecordLength();
        if (destination.remaining() < record) return Status.BUFFER_OVERFLOW;
        if (destination.hasArray()) {
            int position = destination.position();
            produced = tls.transmit(destination.array(), destination.arrayOffset() + position, record);
            destination.position(position + produced);
            return Status.OK;
        }
        byte[] sealed = scratch.take();
        try {
            produced = tls.transmit(sealed, 0, record);
            destination.put(sealed, 0, produced);
        } finally {
            scratch.give(sealed, 0);
        }
        return Status.OK;
    }

    /** Application data: as much as one record takes. */
    Status seal(ByteBuffer[] sources, int offset, int length, ByteBuffer destination) {
        consumed = 0;
        produced = 0;
        int available = Buffers.remaining(sources, offset, length);
        if (available == 0) return Status.OK;
        int content = Math.min(available, tls.fragmentLimit());
        int first = Buffers.first(sources, offset, length);
        ByteBuffer source = sources[first];
        if (source.hasArray() && source.remaining() >= content) {
            seal(source.array(), source.arrayOffset() + source.position(), content, destination);
        } else {
            byte[] plain = scratch.take();
            try {
                Buffers.peek(sources, first, plain, content);
                seal(plain, 0, content, destination);
            } finally {
                scratch.give(plain, content);
            }
        }
        Buffers.skip(sources, first, consumed);
        return produced == 0 ? Status.BUFFER_OVERFLOW : Status.OK;
    }

    private void seal(byte[] in, int inOffset, int content, ByteBuffer destination) {
        if (destination.hasArray()) {
            int position = destination.position();
            produced = tls.send(
                    in,
                    inOffset,
                    content,
                    destination.array(),
                    destination.arrayOffset() + position,
                    destination.remaining());
            destination.position(position + produced);
        } else {
            byte[] sealed = scratch.take();
            try {
                produced = tls.send(in, inOffset, content, sealed, 0, Math.min(sealed.length, destination.remaining()));
                destination.put(sealed, 0, produced);
            } finally {
                scratch.give(sealed, 0);
            }
        }
        consumed = tls.consumed();
    }
}
