package dev.dovetail.tls.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records as they stand on the wire: five bytes of header, then the fragment (RFC 8446 5.1). */
public final class WireRecord {

    /** Bytes of the header. */
    public static final int HEADER = 5;

    private WireRecord() {}

    /**
     * Makes a record without protection.
     *
     * @param contentType what it carries
     * @param fragment its content, 0 to 2^16 - 1 bytes
     * @return header and fragment, of version 0x0303
     */
    public static byte[] of(int contentType, byte[] fragment) {
        byte[] record = new byte[HEADER + fragment.length];
        record[0] = (byte) contentType;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (fragment.length >>> 8);
        record[4] = (byte) fragment.length;
        System.arraycopy(fragment, 0, record, HEADER, fragment.length);
        return record;
    }

    /**
     * Cuts whole records apart.
     *
     * @param bytes records and nothing else
     * @return each with its header
     * @throws IllegalArgumentException if the bytes end within a record
     */
    public static List<byte[]> split(byte[] bytes) {
        List<byte[]> records = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = bytes.length - start < HEADER ? Integer.MAX_VALUE : start + length(bytes, start);
            if (end > bytes.length) {
                throw new IllegalArgumentException("the bytes end within record " + records.size());
            }
            records.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
        }
        return records;
    }

    /**
     * What the header says that a record carries: behind TLS 1.3's encryption always application_data.
     *
     * @param record header and fragment
     * @return the content type
     */
    public static int contentType(byte[] record) {
        return record[0] & 0xff;
    }

    private static int length(byte[] bytes, int start) {
        return HEADER + ((bytes[start + 3] & 0xff) << 8 | bytes[start + 4] & 0xff);
    }
}
