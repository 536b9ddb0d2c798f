package dev.dovetail.tls.record;

/**
 * Seals records with one key of ours. Made by {@link Protections}, used by {@link RecordWriter}; for one thread at a
 * time.
 */
public sealed interface WriteProtection extends AutoCloseable
        permits PlaintextWrite, Tls12AeadWrite, Tls12CbcWrite, Tls12EtmWrite, Tls12StreamWrite, Tls13Write {

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
     * How many records the key may protect (RFC 8446 5.5).
     *
     * @return records, or {@link Long#MAX_VALUE}
     */
    long recordLimit();

    /**
     * The upper bound of a record's length.
     *
     * @param contentLength bytes of content
     * @param contentLimit the most content that a record may have now; in TLS 1.3 padding counts too
     * @return bytes with the header
     */
    int longest(int contentLength, int contentLimit);

    /**
     * Decides on the next record.
     *
     * @param contentType what it carries
     * @param contentLength bytes of content
     * @param contentLimit the most content that a record may have now; in TLS 1.3 padding counts too
     * @return exactly how many bytes {@link #seal} will write for it
     */
    int prepare(int contentType, int contentLength, int contentLimit);

    /**
     * Seals the record that {@link #prepare} decided on.
     *
     * @param sequence its number under this key
     * @param contentType what it carries
     * @param version what the header says, 0x0303 for every protected record
     * @param in content; not modified
     * @param offset where it begins
     * @param length how long it is
     * @param out takes the record; must not overlap the content
     * @param outOffset where its header begins
     * @return bytes written
     */
    int seal(long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset);

    /** Forgets the keys. */
    @Override
    void close();
}
