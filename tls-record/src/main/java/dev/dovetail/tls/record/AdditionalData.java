package dev.dovetail.tls.record;

/**
 * What TLS 1.2 authenticates before the content: sequence number, type, version, length. It begins the input of a MAC
 * (RFC 5246 6.2.3.1) and is the additional data of an AEAD (RFC 5246 6.2.3.3). One array, filled anew for each record.
 */
final class AdditionalData {

    /** How long it is. */
    static final int LENGTH = 13;

    final byte[] bytes = new byte[LENGTH];

    /**
     * Fills in the facts of one record; no branch or index depends on {@code length}, which may be secret.
     *
     * @param sequence the record's number
     * @param record holds its header, for type and version
     * @param offset where that begins
     * @param length bytes of content; the header's length is another one
     * @return {@link #bytes}
     */
    byte[] fill(long sequence, byte[] record, int offset, int length) {
        putLong(sequence, bytes, 0);
        int type = RecordHeader.type(record, offset);
        RecordHeader.write(type, RecordHeader.version(record, offset), length, bytes, Long.BYTES);
        return bytes;
    }

    /** Eight bytes in network order. */
    static void putLong(long value, byte[] out, int offset) {
        for (int i = 0; i < Long.BYTES; i++) out[offset + i] = (byte) (value >>> (56 - 8 * i));
    }
}
