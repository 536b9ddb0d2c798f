package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.record.RecordWriter;
import dev.dovetail.tls.record.WriteProtection;
import java.util.Arrays;

/**
 * What leaves the engine: handshake messages gathered into flights, sealed, and kept until the caller takes them. Behind
 * the last alert nothing leaves any more (RFC 8446 6.1).
 */
final class Outbox implements AutoCloseable {

    private static final byte[] CHANGE_CIPHER_SPEC = {1};
    private static final byte[] EMPTY = new byte[0];
    // Type, version and length stand before each record (RFC 8446 5.1).
    private static final int HEADER = 5;

    private final RecordWriter writer = new RecordWriter();
    private final Watch watch;
    private final SizingState sizing;
    private int fragmentLimit;
    private boolean isProtected;
    private boolean open = true;
    private boolean answerWaits;
    private byte[] flight = EMPTY;
    private int flightSize;
    private byte[] sealed = EMPTY;
    private int sealedStart;
    private int sealedEnd;

    Outbox(Watch watch, SizingState sizing) {
        this.watch = watch;
        this.sizing = sizing;
        fragmentLimit(sizing.longest());
    }

    /** Adds a message to the flight; it is sealed by the next {@link #flush}. */
    void message(byte[] message) {
        if (!open) return;
        answerWaits |= message[0] == HandshakeType.KEY_UPDATE && message[HandshakeMessage.HEADER] == 0;
        if (flight.length < flightSize + message.length) {
            flight = Arrays.copyOf(flight, Math.max(2 * flight.length, flightSize + message.length));
        }
        System.arraycopy(message, 0, flight, flightSize, message.length);
        flightSize += message.length;
    }

    /** Seals the flight under the keys of the moment. */
    void flush() {
        if (flightSize == 0) return;
        seal(ContentType.HANDSHAKE, flight, flightSize);
        dropFlight();
    }

    /** Forgets messages that were not sealed: the connection failed before they were due. */
    void dropFlight() {
        flight = EMPTY;
        flightSize = 0;
    }

    /** Seals a record of another type behind the flight. */
    void record(int contentType, byte[] content) {
        if (!open) return;
        flush();
        seal(contentType, content, content.length);
    }

    /** ChangeCipherSpec is never protected in TLS 1.3, and stands before the first protected record in TLS 1.2. */
    void changeCipherSpec() {
        if (!open) return;
        flush();
        // RFC 8446 5.1: only the first ClientHello says 0x0301; before early data this record follows it at once.
        recordVersion(ProtocolVersion.TLS_1_2.code());
        seal(ContentType.CHANGE_CIPHER_SPEC, CHANGE_CIPHER_SPEC, CHANGE_CIPHER_SPEC.length);
    }

    /** Sends the last alert: nothing of ours may follow it. */
    void end(byte[] alert) {
        record(ContentType.ALERT, alert);
        open = false;
    }

    boolean answerWaits() {
        return answerWaits;
    }

    boolean isOpen() {
        return open;
    }

    void install(WriteProtection next) {
        flush();
        writer.install(next);
        isProtected = true;
    }

    /** Goes back to records without protection. */
    void uninstall() {
        flush();
        writer.uninstall();
        isProtected = false;
    }

    /** Seals application data behind what waits; {@link #consumed} tells how much of it. */
    void data(byte[] in, int offset, int length) {
        int part = Math.min(length, fragmentLimit);
        reserve(writer.sealedLength(part));
        int count = writer.seal(
                ContentType.APPLICATION_DATA, in, offset, part, sealed, sealedEnd, sealed.length - sealedEnd);
        sealedEnd += count;
        saw(ContentType.APPLICATION_DATA, writer.consumed(), count);
    }

    /** What the peer allows; our own limit stays. */
    void fragmentLimit(int bytes) {
        fragmentLimit = Math.min(bytes, sizing.longest());
        writer.fragmentLimit(fragmentLimit);
    }

    int fragmentLimit() {
        return fragmentLimit;
    }

    /** The most content of the next record of application data. */
    int nextContent() {
        sizing.begin();
        return sizing.beginsSmall() ? Math.min(sizing.first(), fragmentLimit) : fragmentLimit;
    }

    /** The length of the first record that waits, as its header tells; only whole records may have been taken. */
    int nextRecordLength() {
        if (isEmpty()) return 0;
        return HEADER + ((sealed[sealedStart + 3] & 0xff) << 8 | sealed[sealedStart + 4] & 0xff);
    }

    void recordVersion(int version) {
        writer.legacyVersion(version);
    }

    boolean worn() {
        return writer.worn();
    }

    boolean isEmpty() {
        return sealedStart == sealedEnd;
    }

    /** Moves sealed bytes to the caller; gives the buffer back once it is empty. */
    int transmit(byte[] out, int offset, int length) {
        int count = Math.min(length, sealedEnd - sealedStart);
        System.arraycopy(sealed, sealedStart, out, offset, count);
        sealedStart += count;
        if (isEmpty()) {
            sealed = EMPTY;
            answerWaits = false;
            sealedStart = 0;
            sealedEnd = 0;
        }
        return count;
    }

    /** Seals application data straight into the caller's array: one small record, or as many full ones as there is room. */
    int application(byte[] in, int offset, int length, byte[] out, int outOffset, int outRoom) {
        boolean small = sizing.beginsSmall();
        int most = length;
        if (small) most = Math.min(length, Math.min(sizing.first(), fragmentLimit));
        else if (watch.active()) most = Math.min(length, fragmentLimit);
        int count = writer.seal(ContentType.APPLICATION_DATA, in, offset, most, out, outOffset, outRoom);
        if (count == 0) return 0;
        sizing.sent();
        saw(ContentType.APPLICATION_DATA, writer.consumed(), count);
        return count;
    }

    int consumed() {
        return writer.consumed();
    }

    /** To be called once before {@link #application} is called for some data. */
    void begin() {
        sizing.begin();
    }

    /** An upper bound: however many small records are still to come, or come again. */
    int sealedLength(int length) {
        if (sizing.records() == 0) return writer.sealedLength(length);
        return Math.toIntExact(new MixedRecords(sizing.first(), sizing.records(), fragmentLimit)
                .longest(length, writer::sealedLength));
    }

    private void seal(int contentType, byte[] in, int length) {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, fragmentLimit);
            reserve(writer.sealedLength(part));
            int count = writer.seal(contentType, in, done, part, sealed, sealedEnd, sealed.length - sealedEnd);
            sealedEnd += count;
            done += writer.consumed();
            saw(contentType, writer.consumed(), count);
        }
    }

    private void saw(int contentType, int length, int wireLength) {
        if (!watch.active()) return;
        watch.see(new TlsEvent.Record(
                Direction.WRITE, contentType, length, wireLength, isProtected, writer.sequence() - 1));
    }

    private void reserve(int more) {
        if (sealedEnd + more <= sealed.length) return;
        int kept = sealedEnd - sealedStart;
        byte[] larger = new byte[Math.max(kept + more, 2 * kept)];
        System.arraycopy(sealed, sealedStart, larger, 0, kept);
        sealed = larger;
        sealedStart = 0;
        sealedEnd = kept;
    }

    @Override
    public void close() {
        dropFlight();
        writer.close();
    }
}
