package dev.dovetail.tls.jsse.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** The buffers of one call, and what has to be true of them afterwards. */
final class Frame {

    private final Memory memory;
    private final byte[] bytes;
    private final int from;
    private final int length;
    private final int room;
    private final ByteBuffer source;
    private final ByteBuffer destination;
    private final int sourceStart;
    private final int destinationStart;
    private ByteBuffer[] pieces = {};
    private int[] starts = {};
    private int[] limits = {};

    private Frame(Memory memory, byte[] bytes, int from, int length, int room) {
        this.memory = memory;
        this.bytes = bytes;
        this.from = from;
        this.length = length;
        this.room = room;
        source = memory.source(bytes, from, length);
        destination = memory.destination(length, room);
        sourceStart = source.position();
        destinationStart = destination.position();
    }

    /** Offers part of an array, and room for so many bytes. */
    static Frame of(Memory memory, byte[] bytes, int from, int length, int room) {
        return new Frame(memory, bytes, from, length, room);
    }

    SSLEngineResult wrap(SSLEngine engine) throws SSLException {
        if (!memory.scattered()) return engine.wrap(source, destination);
        cut(source);
        return engine.wrap(pieces, 1, pieces.length - 3, destination);
    }

    SSLEngineResult unwrap(SSLEngine engine) throws SSLException {
        if (!memory.scattered()) return engine.unwrap(source, destination);
        cut(destination);
        return engine.unwrap(source, pieces, 1, pieces.length - 3);
    }

    private void cut(ByteBuffer whole) {
        pieces = memory.pieces(whole);
        starts = numbers(ByteBuffer::position);
        limits = numbers(ByteBuffer::limit);
    }

    private int[] numbers(ToIntFunction<ByteBuffer> number) {
        return Arrays.stream(pieces)
                .mapToInt(piece -> piece == null ? 0 : number.applyAsInt(piece))
                .toArray();
    }

    /** What is wrong with the buffers after a call, or null. */
    String wrong(SSLEngineResult result, boolean wrapping, boolean strict) {
        settle(wrapping);
        if (source.position() - sourceStart != result.bytesConsumed()) {
            return "consumed " + (source.position() - sourceStart) + " bytes of the source";
        }
        if (destination.position() - destinationStart != result.bytesProduced()) {
            return "produced " + (destination.position() - destinationStart) + " bytes in the destination";
        }
        return wrongAtAll(strict);
    }

    /** What is wrong with them even after an exception, or null. */
    String wrongAtAll(boolean strict) {
        for (int i = 0; i < pieces.length; i++) {
            if (pieces[i] != null && pieces[i].limit() != limits[i]) return "moved the limit of buffer " + i;
        }
        if (source.limit() - sourceStart != length) return "moved the source's limit";
        if (destination.limit() - destinationStart != room) return "moved the destination's limit";
        // The documentation lets unwrap use what it consumed as it likes; Dovetail does not, and nobody may touch the
        // rest.
        int kept = strict ? 0 : source.position() - sourceStart;
        ByteBuffer rest = source.duplicate().position(sourceStart + kept);
        if (!rest.equals(ByteBuffer.wrap(bytes, from + kept, length - kept))) return "changed the source's bytes";
        if (!memory.guarded(true, length, length)) return "wrote beside the source";
        if (!memory.guarded(false, length, room)) return "wrote beside the destination";
        return null;
    }

    /** Puts the positions of pieces together: they must have been used in order, each to its end. */
    private void settle(boolean wrapping) {
        if (pieces.length == 0) return;
        int moved = 0;
        boolean last = false;
        for (int i = 0; i < pieces.length; i++) {
            if (pieces[i] == null) continue;
            int here = pieces[i].position() - starts[i];
            if (last && here > 0) throw new AssertionError("went on to buffer " + i + ", one before has room");
            last |= pieces[i].hasRemaining();
            moved += here;
        }
        ByteBuffer whole = wrapping ? source : destination;
        whole.position(whole.position() + moved);
    }

    byte[] output() {
        byte[] output = new byte[destination.position() - destinationStart];
        destination.duplicate().position(destinationStart).get(output);
        return output;
    }
}
