package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.INTERNAL;
import static dev.dovetail.tls.api.Fault.PLAINTEXT_TOO_LONG;
import static dev.dovetail.tls.api.Fault.RECORD_EMPTY;
import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static dev.dovetail.tls.api.Fault.RECORD_PROTECTION_WRONG;
import static dev.dovetail.tls.api.Fault.RECORD_TOO_LONG;
import static dev.dovetail.tls.api.Fault.RECORD_TYPE_UNKNOWN;
import static dev.dovetail.tls.api.Fault.RECORD_VERSION_BAD;

import dev.dovetail.tls.api.TlsFault;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens the records that come from the peer: first unprotected ones, then those of each key that is installed. It keeps
 * no bytes of its own: {@link #recordLength} tells where a record ends, {@link #open} writes its content to the caller's
 * array. After a fault it forgets its keys, and every further call meets the same fault. For one thread at a time.
 */
public final class RecordReader implements AutoCloseable {

    /** What {@link #open} returns for a record that was dropped as {@link #discardUnopened} allows. */
    public static final int DISCARDED = -1;

    // What each record of TLS 1.3 has besides content and padding (RFC 8446 5.2), with the usual tag.
    private static final int TYPE_AND_TAG = 1 + 16;

    private final PlaintextRead unprotected = new PlaintextRead();
    private ReadProtection protection = unprotected;
    private KeyUse use = new KeyUse(Long.MAX_VALUE);
    private int contentLimit = RecordHeader.MAX_CONTENT;
    private boolean plaintextAlert;
    private int discardable;
    private int contentType;
    private boolean wasProtected;
    private long sequence;
    private @Nullable TlsFault fault;
    private boolean closed;

    /** A reader at the begin of a connection, without keys. */
    public RecordReader() {}

    /**
     * Finds the end of the next record, and checks its header as soon as it is there: type, version, and whether the
     * length is allowed under the current key. The record itself need not be there yet.
     *
     * @param in bytes from the peer; not modified
     * @param offset where the next record begins
     * @param length how many bytes there are
     * @return the record's length with its header, or -1 if there are fewer than five bytes
     * @throws TlsFault if such a record can't come now (RFC 8446 5, 5.1, 5.2)
     * @throws IndexOutOfBoundsException if the range is not in the array
     */
    public int recordLength(byte[] in, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, in.length);
        refuseAfterFault();
        if (length < RecordHeader.LENGTH) return -1;
        try {
            checkHeader(in, offset);
        } catch (TlsFault broken) {
            throw failed(broken);
        }
        return RecordHeader.LENGTH + RecordHeader.fragmentLength(in, offset);
    }

    /**
     * The upper bound of what {@link #open} writes for a record: content, and what of the protection stands behind it.
     *
     * @param recordLength bytes of the whole record with its header
     * @return bytes
     */
    public int room(int recordLength) {
        return protection.room(recordLength);
    }

    /**
     * Opens a whole record. Behind the content, up to {@link #room}, the array may hold padding and other leavings.
     *
     * @param in holds the record; not modified
     * @param offset where its header begins
     * @param recordLength what {@link #recordLength} said
     * @param out takes up to {@link #room} bytes; another array than {@code in}
     * @param outOffset where the content begins
     * @return bytes of content, without padding; or {@link #DISCARDED}
     * @throws TlsFault if the record is not authentic, too long, empty where it may not be, or of an impossible type; its
     *     content is then not in {@code out}
     * @throws IndexOutOfBoundsException if the record is not in the array, or {@code out} is too short; nothing happened
     */
    public int open(byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        Objects.checkFromIndexSize(offset, recordLength, in.length);
        Objects.checkFromIndexSize(outOffset, room(recordLength), out.length);
        if (recordLength < RecordHeader.LENGTH
                || recordLength != RecordHeader.LENGTH + RecordHeader.fragmentLength(in, offset)) {
            throw new IndexOutOfBoundsException("not the length of the record: " + recordLength);
        }
        refuseAfterFault();
        try {
            boolean plain = checkHeader(in, offset);
            if (plain && isDiscardedPlain(in, offset)) return discard(recordLength);
            return plain
                    ? openPlain(in, offset, recordLength, out, outOffset)
                    : openProtected(in, offset, recordLength, out, outOffset);
        } catch (TlsFault broken) {
            throw failed(broken);
        } catch (RuntimeException unexpected) {
            throw failed(INTERNAL.because("a record could not be opened").causedBy(unexpected));
        }
    }

    private int openPlain(byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        boolean counts = !protection.isProtected();
        int length = unprotected.open(0, in, offset, recordLength, out, outOffset);
        return accept(unprotected, counts, length);
    }

    private int openProtected(byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        use.refuseExhausted();
        int length;
        try {
            length = protection.open(use.next(), in, offset, recordLength, out, outOffset);
        } catch (TlsFault broken) {
            if (broken.fault() == RECORD_NOT_AUTHENTIC && discardable > 0) return discard(recordLength);
            throw broken;
        }
        int counted = protection.countedLength(recordLength, length);
        if (counted > contentLimit) {
            Arrays.fill(out, outOffset, outOffset + length, (byte) 0);
            throw PLAINTEXT_TOO_LONG.because("%d bytes with padding where the limit is %d", counted, contentLimit);
        }
        discardable = 0;
        return accept(protection, true, length);
    }

    private int accept(ReadProtection opened, boolean counts, int length) {
        contentType = opened.contentType();
        wasProtected = opened.isProtected();
        sequence = counts ? use.next() : 0;
        if (counts) use.advance();
        // RFC 8446 5.1 and 5.4, RFC 5246 6.2.1: only application data may be empty.
        if (length == 0 && (contentType == ContentType.HANDSHAKE || contentType == ContentType.ALERT)) {
            throw RECORD_EMPTY.because("an empty %s record", ContentType.name(contentType));
        }
        return length;
    }

    /** Checks the header; tells whether this record comes without protection. */
    private boolean checkHeader(byte[] in, int offset) {
        int type = RecordHeader.type(in, offset);
        if (!ContentType.isKnown(type)) throw unknownType(in, offset);
        boolean plain = comesPlain(type);
        int version = RecordHeader.version(in, offset);
        // RFC 8446 5.1, RFC 5246 E.1: before the version is settled its minor byte says nothing.
        if (plain ? version >> 8 != RecordHeader.VERSION >> 8 : version != RecordHeader.VERSION) {
            throw RECORD_VERSION_BAD.because("record version 0x%04x", version);
        }
        int length = RecordHeader.fragmentLength(in, offset);
        int longest = plain ? plainLimit(type) : protectedLimit();
        if (length > longest) throw RECORD_TOO_LONG.because("%d bytes where the limit is %d", length, longest);
        return plain;
    }

    private boolean comesPlain(int type) {
        if (!protection.isProtected()) return true;
        if (!protection.hidesContentType() || type == ContentType.APPLICATION_DATA) return false;
        // RFC 8446 5: the change_cipher_spec of compatibility mode; whether it may come now is for the state to say.
        if (type == ContentType.CHANGE_CIPHER_SPEC) return true;
        // A peer that failed before it had keys can send its alert in no other way.
        if (type == ContentType.ALERT && plaintextAlert && use.next() == 0) return true;
        throw RECORD_PROTECTION_WRONG.because("an unprotected %s record", ContentType.name(type));
    }

    /** RFC 8449 4: a limit of ours is for protected records only. */
    private int plainLimit(int type) {
        boolean sealedEarly = type == ContentType.APPLICATION_DATA && discardable > 0;
        return sealedEarly ? RecordHeader.MAX_CONTENT + Tls13Read.EXPANSION : RecordHeader.MAX_CONTENT;
    }

    /** RFC 8449 4: who sends early data does not know our limit yet, so what may be that is as long as the protocol allows. */
    private int protectedLimit() {
        return (discardable > 0 ? RecordHeader.MAX_CONTENT : contentLimit) + protection.expansion();
    }

    private static TlsFault unknownType(byte[] in, int offset) {
        int type = RecordHeader.type(in, offset);
        boolean text = true;
        for (int i = 0; i < RecordHeader.LENGTH; i++) text &= in[offset + i] >= ' ' && in[offset + i] < 127;
        return text
                ? RECORD_TYPE_UNKNOWN.because("content type %d: the peer seems to send plain text, not TLS", type)
                : RECORD_TYPE_UNKNOWN.because("content type %d", type);
    }

    private boolean isDiscardedPlain(byte[] in, int offset) {
        return discardable > 0
                && !protection.isProtected()
                && RecordHeader.type(in, offset) == ContentType.APPLICATION_DATA;
    }

    private int discard(int recordLength) {
        // An empty record counts as well, so that there is an end of them.
        discardable -= Math.max(1, recordLength - RecordHeader.LENGTH - TYPE_AND_TAG);
        if (discardable < 0) {
            throw RECORD_NOT_AUTHENTIC.because("more records that do not open than rejected early data can have");
        }
        return DISCARDED;
    }

    /**
     * The content type of the record opened last.
     *
     * @return the inner type in TLS 1.3; see {@link ContentType}
     */
    public int contentType() {
        return contentType;
    }

    /**
     * Whether the record opened last was protected.
     *
     * @return false before there are keys, and for what passes by them in TLS 1.3
     */
    public boolean wasProtected() {
        return wasProtected;
    }

    /**
     * The number of the record opened last.
     *
     * @return from 0 under its key, or before there are keys; 0 for a record that passed by the keys in TLS 1.3
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Reads with another key from now on; the one before is closed. Numbers begin at 0, and {@link #discardUnopened} is
     * over. Nothing of the bytes that come may have been read beyond the change.
     *
     * @param next the protection, owned and closed by this reader
     */
    public void install(ReadProtection next) {
        if (fault != null || closed) next.close();
        refuseAfterFault();
        protection.close();
        protection = next;
        use = new KeyUse(next.recordLimit());
        discardable = 0;
    }

    /**
     * Sets the most content that a protected record may have, as told to the peer. In TLS 1.3 content, padding and the
     * type's one byte may be one more than this together (RFC 8446 5.4). So the limit for a {@code record_size_limit} of
     * n (RFC 8449 4), which counts that byte, is n - 1 in TLS 1.3 and n in TLS 1.2; for {@code max_fragment_length}
     * (RFC 6066 4) it is n.
     *
     * @param bytes 1 to 2^14, which it is at first
     * @throws IllegalArgumentException if it is not
     */
    public void contentLimit(int bytes) {
        if (bytes < 1 || bytes > RecordHeader.MAX_CONTENT) {
            throw new IllegalArgumentException("not a limit for content: " + bytes);
        }
        contentLimit = bytes;
    }

    /**
     * Whether the peer's key has done most of what it may: time to ask for a KeyUpdate. This is all: a receiver does not
     * refuse what comes beyond the limit (RFC 9846 5.5, which is later than RFC 8446 here).
     *
     * @return true from seven eighths of the limit on
     */
    public boolean worn() {
        return use.worn();
    }

    /**
     * In TLS 1.3, lets an unprotected alert pass until the first record was opened under the current key: a peer that
     * failed before it had keys sends one (RFC 8446 5, 6).
     *
     * @param accept whether it may pass; at first it may not
     */
    public void acceptPlaintextAlert(boolean accept) {
        plaintextAlert = accept;
    }

    /**
     * Drops early data that we rejected: records that do not open are dropped until one opens, or so many bytes were
     * dropped; before there are keys, as after a HelloRetryRequest, these are the records of application data (RFC 8446
     * 4.2.10). For them {@link #open} returns {@link #DISCARDED}.
     *
     * @param bytes how much content the peer may have sent; 0 ends it
     */
    public void discardUnopened(int bytes) {
        discardable = bytes;
    }

    /** Forgets the keys. Closing twice does nothing more; a closed reader opens nothing. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (fault == null) protection.close();
    }

    private void refuseAfterFault() {
        // Made here, as hardly anybody asks one that is closed, and a fault costs as much as some records.
        if (fault == null && closed) fault = INTERNAL.because("this reader is closed");
        if (fault != null) throw fault;
    }

    private TlsFault failed(TlsFault broken) {
        fault = broken;
        protection.close();
        return broken;
    }
}
