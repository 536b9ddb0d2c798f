package dev.dovetail.tls.record;

import java.util.Arrays;

/**
 * Takes the MAC out of a decrypted CBC record without telling where it was: that place depends on the padding, which is
 * secret. Every byte that could be part of it is read, at the same addresses for every padding.
 */
final class HiddenMac implements AutoCloseable {

    private final byte[] mac;
    private final byte[] turned;

    HiddenMac(int length) {
        this.mac = new byte[length];
        this.turned = new byte[length];
    }

    /**
     * Copies a MAC.
     *
     * @param in decrypted content, MAC and padding
     * @param offset where they begin
     * @param length how long they are together: not secret
     * @param macStart where the MAC begins, counted from {@code offset}: secret; the MAC ends 1 to 256 bytes before the
     *     end
     * @return the MAC; the array is valid until the next call
     */
    byte[] extract(byte[] in, int offset, int length, int macStart) {
        int macLength = mac.length;
        int macEnd = macStart + macLength;
        int first = Math.max(0, length - macLength - CbcPadding.MOST);
        Arrays.fill(mac, (byte) 0);
        int rotation = 0;
        int slot = 0;
        for (int i = first; i < length; i++) {
            int inside = ~ConstantTime.less(i, macStart) & ConstantTime.less(i, macEnd);
            mac[slot] |= (byte) (in[offset + i] & inside);
            rotation |= slot & ConstantTime.equal(i, macStart);
            slot++;
            if (slot == macLength) slot = 0;
        }
        rotate(rotation);
        return mac;
    }

    /** Turns the array left, by each power of two that the secret number has: all steps are done, some have no effect. */
    private void rotate(int rotation) {
        int macLength = mac.length;
        for (int bit = 0; 1 << bit < macLength; bit++) {
            int effective = -(rotation >> bit & 1);
            int from = 1 << bit;
            for (int i = 0; i < macLength; i++) {
                turned[i] = (byte) (mac[from] & effective | mac[i] & ~effective);
                from++;
                if (from == macLength) from = 0;
            }
            System.arraycopy(turned, 0, mac, 0, macLength);
        }
    }

    @Override
    public void close() {
        Arrays.fill(mac, (byte) 0);
        Arrays.fill(turned, (byte) 0);
    }
}
