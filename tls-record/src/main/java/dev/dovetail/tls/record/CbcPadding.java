package dev.dovetail.tls.record;

/**
 * The padding of a decrypted CBC record, checked in a time that depends on the record's length only: it was not
 * authenticated yet, and whoever learns whether it was good can read the content (RFC 5246 6.2.3.2).
 */
final class CbcPadding {

    /** The most bytes that padding has, its length byte included. */
    static final int MOST = 256;

    private CbcPadding() {}

    /**
     * Checks the padding.
     *
     * @param in decrypted content, MAC and padding; at least {@code macLength + 1} bytes
     * @param offset where they begin
     * @param length how long they are together
     * @param macLength how long the MAC is
     * @return how many bytes the padding has with its length byte, 1 to 256; minus 1 for bad padding, which the caller
     *     treats like padding of one byte, so that there is a MAC to compute in any case
     */
    static int check(byte[] in, int offset, int length, int macLength) {
        int end = offset + length;
        int padding = in[end - 1] & 0xff;
        int good = ConstantTime.atMost(macLength + padding + 1, length);
        int difference = 0;
        int checked = Math.min(MOST, length);
        for (int i = 0; i < checked; i++) {
            int counts = ConstantTime.atMost(i, padding);
            difference |= counts & ((in[end - 1 - i] & 0xff) ^ padding);
        }
        good &= ConstantTime.equal(difference, 0);
        return (padding + 1) & good | ~good;
    }
}
