package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.INTERNAL;

import dev.dovetail.tls.api.TlsFault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Seals what goes to the peer into records: first unprotected ones, then those of each key that is installed. It keeps
 * no bytes: content goes from the caller's array straight into the outgoing one. After a fault it forgets its keys, and
 * every further call meets the same fault. For one thread at a time.
 */
public final class RecordWriter implements AutoCloseable {

    private final PlaintextWrite unprotected = new PlaintextWrite();
    private WriteProtection protection = unprotected;
    private KeyUse use = new KeyUse(Long.MAX_VALUE);
    private int fragmentLimit = RecordHeader.MAX_CONTENT;
    private int legacyVersion = RecordHeader.VERSION;
    private int consumed;
    private @Nullable TlsFault fault;
    private boolean closed;

    /** A writer at the begin of a connection, without keys. */
    public RecordWriter() {}

    /**
     * Makes as many records as the content needs and the room lets: handshake messages and application data are cut at
     * the limit, alerts and change_cipher_spec never are. No record is made shorter than that to fit the room, so where
     * there is no room for the next one, the rest of the content waits: {@link #consumed} tells how much was taken.
     *
     * <p>Without content one empty record of application data is made, and none of any other type (RFC 8446 5.1).
     *
     * @param contentType see {@link ContentType}; in TLS 1.3 a change_cipher_spec is never protected
     * @param in content; not modified
     * @param offset where it begins
     * @param length how long it is
     * @param out takes the records; must not overlap the content
     * @param outOffset where they begin
     * @param outRoom how many bytes may be written
     * @return bytes written, 0 if there is no room for the first record
     * @throws TlsFault if the key is worn out, the numbers end, or a part of ours failed; what was written is not to be
     *     sent
     * @throws IndexOutOfBoundsException if a range is not in its array; nothing happened
     */
    public int seal(int contentType, byte[] in, int offset, int length, byte[] out, int outOffset, int outRoom) {
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, outRoom, out.length);
        refuseAfterFault();
        consumed = 0;
        if (length == 0 && contentType != ContentType.APPLICATION_DATA) return 0;
        try {
            return sealRecords(contentType, in, offset, length, out, outOffset, outRoom);
        } catch (TlsFault broken) {
            throw failed(broken);
        } catch (RuntimeException unexpected) {
            throw failed(INTERNAL.because("a record could not be sealed").causedBy(unexpected));
        }
    }

    private int sealRecords(
            int contentType, byte[] in, int offset, int length, byte[] out, int outOffset, int outRoom) {
        // RFC 8446 5: there is no protected change_cipher_spec in TLS 1.3, and it has no number.
        boolean passes = contentType == ContentType.CHANGE_CIPHER_SPEC && protection.hidesContentType();
        WriteProtection sealing = passes ? unprotected : protection;
        int version = sealing.isProtected() ? RecordHeader.VERSION : legacyVersion;
        int most = isCut(contentType) ? fragmentLimit : RecordHeader.MAX_CONTENT;
        int written = 0;
        do {
            int piece = Math.min(most, length - consumed);
            if (sealing.prepare(contentType, piece, fragmentLimit) > outRoom - written) break;
            if (!passes) refuseWornOut();
            written += sealing.seal(
                    use.next(), contentType, version, in, offset + consumed, piece, out, outOffset + written);
            if (!passes) use.advance();
            consumed += piece;
        } while (consumed < length);
        return written;
    }

    private static boolean isCut(int contentType) {
        return contentType == ContentType.HANDSHAKE || contentType == ContentType.APPLICATION_DATA;
    }

    private void refuseWornOut() {
        use.refuseExhausted();
        if (protection.isProtected()) use.refuseWornOut();
    }

    /**
     * How much of its content the last {@link #seal} took.
     *
     * @return bytes
     */
    public int consumed() {
        return consumed;
    }

    /**
     * How many bytes content becomes on the wire.
     *
     * @param contentLength bytes of content of one type, handshake or application data
     * @return bytes of all its records with their headers: exact, except that a padding policy may leave it an upper bound
     * @throws ArithmeticException if they are more than an array can have
     */
    public int sealedLength(int contentLength) {
        if (contentLength == 0) return protection.longest(0, fragmentLimit);
        int whole = contentLength / fragmentLimit;
        int rest = contentLength % fragmentLimit;
        long length = (long) whole * maxRecordLength();
        if (rest > 0) length += protection.longest(rest, fragmentLimit);
        return Math.toIntExact(length);
    }

    /**
     * How long the longest single record is, under the current key and limit.
     *
     * @return bytes with the header
     */
    public int maxRecordLength() {
        return protection.longest(fragmentLimit, fragmentLimit);
    }

    /**
     * Writes with another key from now on; the one before is closed. Numbers begin at 0.
     *
     * @param next the protection, owned and closed by this writer
     */
    public void install(WriteProtection next) {
        if (fault != null || closed) next.close();
        refuseAfterFault();
        protection.close();
        protection = next;
        use = new KeyUse(next.recordLimit());
    }

    /**
     * Writes without protection again: behind early data that the server did not take, the second ClientHello follows
     * unprotected (RFC 8446 4.1.2 and 4.2.10).
     */
    public void uninstall() {
        refuseAfterFault();
        protection.close();
        protection = unprotected;
        use = new KeyUse(Long.MAX_VALUE);
    }

    /**
     * Sets the most content that a record may have, as the peer said. In TLS 1.3 padding counts too, and the type's one
     * byte comes on top: for the peer's {@code record_size_limit} of n (RFC 8449 4) this is n - 1 in TLS 1.3 and n in
     * TLS 1.2; for {@code max_fragment_length} (RFC 6066 4) it is n.
     *
     * @param bytes 1 to 2^14, which it is at first
     * @throws IllegalArgumentException if it is not
     */
    public void fragmentLimit(int bytes) {
        if (bytes < 1 || bytes > RecordHeader.MAX_CONTENT) {
            throw new IllegalArgumentException("not a limit for content: " + bytes);
        }
        fragmentLimit = bytes;
    }

    /**
     * Sets what the headers of unprotected records say of their version: 0x0301 for the first ClientHello, so that old
     * servers answer it, else 0x0303 (RFC 8446 5.1).
     *
     * @param version two bytes of the wire; 0x0303 at first
     */
    public void legacyVersion(int version) {
        legacyVersion = version;
    }

    /**
     * Whether our key has done most of what it may: time for a KeyUpdate in TLS 1.3, or for the end in TLS 1.2 (RFC 8446
     * 5.5). At the limit itself {@link #seal} refuses.
     *
     * @return true from seven eighths of the limit on
     */
    public boolean worn() {
        return use.worn();
    }

    /**
     * The number that the next record gets, which is also how many there were.
     *
     * @return from 0 under the current key, or before there are keys
     */
    public long sequence() {
        return use.next();
    }

    /** Forgets the keys. Closing twice does nothing more; a closed writer seals nothing. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (fault == null) protection.close();
    }

    private void refuseAfterFault() {
        // Made here, as hardly anybody asks one that is closed, and a fault costs as much as some records.
        if (fault == null && closed) fault = INTERNAL.because("this writer is closed");
        if (fault != null) throw fault;
    }

    private TlsFault failed(TlsFault broken) {
        fault = broken;
        protection.close();
        return broken;
    }
}
