package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;

/** The nonces of one key. One array, filled anew for each record. */
final class Nonce implements AutoCloseable {

    private final byte[] fixed;
    private final byte[] nonce;

    /**
     * Keeps a copy of the fixed part.
     *
     * @param iv as many bytes as the nonce has, or as many as each record leaves out
     * @param length of a nonce in bytes
     */
    Nonce(Secret iv, int length) {
        this.fixed = iv.with(byte[]::clone);
        this.nonce = Arrays.copyOf(fixed, length);
    }

    /** The IV XORed with the sequence number, padded on the left (RFC 8446 5.3, RFC 7905 2). */
    byte[] xor(long sequence) {
        int start = nonce.length - Long.BYTES;
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[start + i] = (byte) (fixed[start + i] ^ (sequence >>> (56 - 8 * i)));
        }
        return nonce;
    }

    /** The fixed part, then eight bytes that the record carries (RFC 5288 3). */
    byte[] explicit(byte[] in, int offset) {
        System.arraycopy(in, offset, nonce, fixed.length, KeyLengths.EXPLICIT_NONCE);
        return nonce;
    }

    /** Wipes both arrays. */
    @Override
    public void close() {
        Arrays.fill(fixed, (byte) 0);
        Arrays.fill(nonce, (byte) 0);
    }
}
