package dev.dovetail.tls.record;

/**
 * Opens the records that one key of the peer protects. Made by {@link Protections}, used by {@link RecordReader}; for
 * one thread at a time.
 */
public sealed interface ReadProtection extends AutoCloseable
        permits PlaintextRead, Tls12AeadRead, Tls12CbcRead, Tls12EtmRead, Tls12StreamRead, Tls13Read {

    /**
     * Whether records are encrypted or authenticated at all.
     *
     * @return false for the time before there are keys
     */
    boolean isProtected();

    /**
     * Whether the outer content type is always application_data, and the real one inside (RFC 8446 5.2).
     *
     * @return true in TLS 1.3
     */
    boolean hidesContentType();

    /**
     * How much longer than its content the protected part of a record may be.
     *
     * @return bytes: 256 in TLS 1.3, 2048 in TLS 1.2, 0 without protection
     */
    int expansion();

    /**
     * How many records the key may protect (RFC 8446 5.5).
     *
     * @return records, or {@link Long#MAX_VALUE}
     */
    long recordLimit();

    /**
     * The upper bound of what {@link #open} writes.
     *
     * @param recordLength bytes of the whole record with its header
     * @return bytes
     */
    int room(int recordLength);

    /**
     * Opens one record.
     *
     * @param sequence the record's number under this key
     * @param in holds the whole record; not modified
     * @param offset where its header begins
     * @param recordLength its length with the header
     * @param out takes the content, and behind it what belongs to the protection, never more than {@link #room}; another
     *     array than {@code in}
     * @param outOffset where the content begins
     * @return bytes of content, without padding
     * @throws dev.dovetail.tls.api.TlsFault if the record is not authentic, or its inner type can't be; nothing of the
     *     plaintext is left in {@code out}
     */
    int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset);

    /**
     * The content type of the record opened last.
     *
     * @return the inner type in TLS 1.3
     */
    int contentType();

    /**
     * The length that a content limit is compared with.
     *
     * @param recordLength bytes of the whole record with its header
     * @param contentLength what {@link #open} returned
     * @return the content's length; in TLS 1.3 the padding counts too (RFC 8446 5.4, RFC 8449 4)
     */
    int countedLength(int recordLength, int contentLength);

    /** Forgets the keys. */
    @Override
    void close();
}
