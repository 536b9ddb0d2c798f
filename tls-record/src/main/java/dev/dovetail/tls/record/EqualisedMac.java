package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;

/**
 * A record's MAC, computed with as many steps of the hash as the longest content that the record could have needs. The
 * content's length depends on the padding, and the time of a step is enough to tell it over a network (Lucky Thirteen).
 */
final class EqualisedMac implements AutoCloseable {

    private final Mac.Keyed keyed;
    private final Mac.Keyed idle;
    private final AdditionalData additionalData = new AdditionalData();
    private final byte[] result;
    private final byte[] idleInput;
    private final int blockLength;
    private final int minimumPadding;
    private final long reciprocal;

    EqualisedMac(Mac mac, Secret key) {
        this.keyed = mac.keyed(key);
        this.idle = mac.keyed(key);
        this.result = new byte[mac.length()];
        this.blockLength = mac.blockLength();
        this.minimumPadding = mac.minimumPadding();
        // Rounded up, this divides every length that a record can have exactly, see blocks.
        this.reciprocal = (1L << 32) / blockLength + 1;
        this.idleInput = new byte[(CbcPadding.MOST / blockLength + 3) * blockLength];
    }

    int length() {
        return result.length;
    }

    /**
     * Begins with a record.
     *
     * @param sequence its number
     * @param record holds its header
     * @param offset where that begins
     * @param length how long the content is: secret
     */
    void begin(long sequence, byte[] record, int offset, int length) {
        keyed.update(additionalData.fill(sequence, record, offset, length), 0, AdditionalData.LENGTH);
    }

    /**
     * Computes the MAC of what was begun.
     *
     * @param in holds the content
     * @param offset where it begins
     * @param length how long it is: secret
     * @param longest how long it could be at most: not secret
     * @return the MAC; the array is valid until the next call
     */
    byte[] compute(byte[] in, int offset, int length, int longest) {
        keyed.update(in, offset, length);
        keyed.finish(result, 0);
        // One block at least, so that the call is made, and does something, for every padding.
        int idleBlocks = 1 + blocks(longest) - blocks(length);
        idle.update(idleInput, 0, idleBlocks * blockLength);
        return result;
    }

    /**
     * How many blocks the hash takes for content of a length. A multiplication: the time of a division may depend on
     * the dividend.
     */
    private int blocks(int length) {
        return (int) ((AdditionalData.LENGTH + length + minimumPadding + blockLength - 1) * reciprocal >>> 32);
    }

    @Override
    public void close() {
        keyed.close();
        idle.close();
        Arrays.fill(result, (byte) 0);
    }
}
