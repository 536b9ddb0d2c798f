package dev.dovetail.tls.record;

/** The five bytes before every record: type, version, length (RFC 8446 5.1). */
final class RecordHeader {

    /** How long a header is. */
    static final int LENGTH = 5;

    /** What every protected record says of its version, in TLS 1.2 and 1.3. */
    static final int VERSION = 0x0303;

    /** The most content that a record may have. */
    static final int MAX_CONTENT = 1 << 14;

    private RecordHeader() {}

    static int type(byte[] in, int offset) {
        return in[offset] & 0xff;
    }

    static int version(byte[] in, int offset) {
        return u16(in, offset + 1);
    }

    /** How many bytes follow the header. */
    static int fragmentLength(byte[] in, int offset) {
        return u16(in, offset + 3);
    }

    static void write(int type, int version, int fragmentLength, byte[] out, int offset) {
        out[offset] = (byte) type;
        out[offset + 1] = (byte) (version >> 8);
        out[offset + 2] = (byte) version;
        out[offset + 3] = (byte) (fragmentLength >> 8);
        out[offset + 4] = (byte) fragmentLength;
    }

    private static int u16(byte[] in, int offset) {
        return (in[offset] & 0xff) << 8 | in[offset + 1] & 0xff;
    }
}
