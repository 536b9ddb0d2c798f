package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.record.FloodGuard;
import dev.dovetail.tls.record.MessageJoiner;
import dev.dovetail.tls.record.RecordReader;
import java.util.Arrays;

/**
 * What comes into the engine: opens records, straight into the caller's array where the plaintext fits, and keeps what did
 * not fit until there is room.
 */
final class Inbox implements AutoCloseable {

    private static final byte[] EMPTY = new byte[0];

    final RecordReader reader = new RecordReader();
    final FloodGuard floods = new FloodGuard();
    final MessageJoiner joiner;
    private final Watch watch;

    private byte[] scratch = EMPTY;
    private int stashStart;
    private int stashEnd;

    private byte[] content = EMPTY;
    private int contentOffset;
    private int contentLength;

    Inbox(int longestMessage, Watch watch) {
        this.joiner = new MessageJoiner(longestMessage);
        this.watch = watch;
    }

    /**
     * Opens one whole record; its content is then at {@link #content()}. Direct if the plaintext surely fits {@code out}.
     * Returns false if it was early data that is not taken.
     */
    boolean open(byte[] in, int offset, int recordLength, byte[] out, int outOffset, int outRoom) {
        int room = reader.room(recordLength);
        if (room <= outRoom) {
            content = out;
            contentOffset = outOffset;
        } else {
            if (scratch.length < room) scratch = new byte[room];
            content = scratch;
            contentOffset = 0;
        }
        contentLength = reader.open(in, offset, recordLength, content, contentOffset);
        if (contentLength == RecordReader.DISCARDED) return false;
        floods.record(reader.contentType(), contentLength);
        if (watch.active()) {
            watch.see(new TlsEvent.Record(
                    Direction.READ,
                    reader.contentType(),
                    contentLength,
                    recordLength,
                    reader.wasProtected(),
                    reader.sequence()));
        }
        return true;
    }

    byte[] content() {
        return content;
    }

    int contentOffset() {
        return contentOffset;
    }

    int contentLength() {
        return contentLength;
    }

    /** Hands the record's content to the application: nothing to do if it is there already. Returns bytes in {@code out}. */
    int deliver(byte[] out, int outOffset, int outRoom) {
        if (content == out && contentOffset == outOffset) return contentLength;
        stashStart = contentOffset;
        stashEnd = contentOffset + contentLength;
        return unstash(out, outOffset, outRoom);
    }

    /** Moves kept plaintext to the application. */
    int unstash(byte[] out, int outOffset, int outRoom) {
        int count = Math.min(outRoom, stashEnd - stashStart);
        System.arraycopy(scratch, stashStart, out, outOffset, count);
        Arrays.fill(scratch, stashStart, stashStart + count, (byte) 0);
        stashStart += count;
        if (stashStart == stashEnd) dropStash();
        return count;
    }

    boolean stashed() {
        return stashStart < stashEnd;
    }

    int stashedLength() {
        return stashEnd - stashStart;
    }

    /** Removes a handshake message or alert that was opened into the caller's array. */
    void wipeContent() {
        Arrays.fill(content, contentOffset, contentOffset + contentLength, (byte) 0);
    }

    /** Forgets the caller's array: it is not ours to keep, and an idle connection would hold all of it. */
    void letGo() {
        if (content != scratch) content = EMPTY;
    }

    /** Gives the buffer of an idle connection back, unless plaintext waits in it. */
    void relax() {
        if (stashed()) return;
        content = EMPTY;
        Arrays.fill(scratch, (byte) 0);
        scratch = EMPTY;
    }

    /** Reads no more; what was opened before stays to be fetched. */
    void stop() {
        relax();
        joiner.close();
        reader.close();
    }

    @Override
    public void close() {
        dropStash();
        stop();
    }

    /** The array stays for the next record that does not fit: a reader of small pieces allocates nothing either. */
    private void dropStash() {
        Arrays.fill(scratch, stashStart, stashEnd, (byte) 0);
        stashStart = 0;
        stashEnd = 0;
    }
}
