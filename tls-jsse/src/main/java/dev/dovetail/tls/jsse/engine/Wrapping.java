package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.jsse.setup.Scratch;
import dev.dovetail.tls.jsse.setup.Staging;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * Makes one record of what a run of buffers holds, or hands over one that waits. From one array to another nothing is
 * copied, within one the record is, and between direct buffers what is on either side. Guarded by its owner.
 */
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
        Staging staging = scratch.take();
        try {
            produced = tls.transmit(staging.sealed(), 0, record);
            destination.put(staging.sealed(), 0, produced);
        } finally {
            scratch.give(staging, 0);
        }
        return Status.OK;
    }

    /** Application data: as much as one record takes. */
    Status seal(ByteBuffer source, ByteBuffer destination) {
        consumed = 0;
        produced = 0;
        if (!source.hasRemaining()) return Status.OK;
        if (source.hasArray()) {
            seal(source.array(), source.arrayOffset() + source.position(), source.remaining(), destination);
        } else {
            int content = Math.min(source.remaining(), tls.nextContent());
            Staging staging = scratch.take();
            try {
                source.get(source.position(), staging.plain(), 0, content);
                seal(staging.plain(), 0, content, destination, staging);
            } finally {
                scratch.give(staging, content);
            }
        }
        source.position(source.position() + consumed);
        return produced == 0 ? Status.BUFFER_OVERFLOW : Status.OK;
    }

    /** Application data that may lie in pieces. */
    Status gather(ByteBuffer[] sources, int offset, int length, ByteBuffer destination) {
        consumed = 0;
        produced = 0;
        int available = Buffers.remaining(sources, offset, length);
        if (available == 0) return Status.OK;
        int content = Math.min(available, tls.nextContent());
        int first = Buffers.first(sources, offset, length);
        if (sources[first].remaining() >= content) return seal(sources[first], destination);
        Staging staging = scratch.take();
        try {
            Buffers.peek(sources, first, staging.plain(), content);
            seal(staging.plain(), 0, content, destination, staging);
        } finally {
            scratch.give(staging, content);
        }
        Buffers.skip(sources, first, consumed);
        return produced == 0 ? Status.BUFFER_OVERFLOW : Status.OK;
    }

    private void seal(byte[] in, int inOffset, int content, ByteBuffer destination) {
        if (destination.hasArray() && destination.array() != in) {
            sealInto(in, inOffset, content, destination);
            return;
        }
        Staging staging = scratch.take();
        try {
            sealStaged(in, inOffset, content, destination, staging.sealed());
        } finally {
            scratch.give(staging, 0);
        }
    }

    private void seal(byte[] in, int inOffset, int content, ByteBuffer destination, Staging staging) {
        if (destination.hasArray()) sealInto(in, inOffset, content, destination);
        else sealStaged(in, inOffset, content, destination, staging.sealed());
    }

    private void sealStaged(byte[] in, int inOffset, int content, ByteBuffer destination, byte[] sealed) {
        produced = tls.sendRecord(in, inOffset, content, sealed, 0, Math.min(sealed.length, destination.remaining()));
        consumed = tls.consumed();
        destination.put(sealed, 0, produced);
    }

    private void sealInto(byte[] in, int inOffset, int content, ByteBuffer destination) {
        int position = destination.position();
        produced = tls.sendRecord(
                in,
                inOffset,
                content,
                destination.array(),
                destination.arrayOffset() + position,
                destination.remaining());
        consumed = tls.consumed();
        destination.position(position + produced);
    }
}
