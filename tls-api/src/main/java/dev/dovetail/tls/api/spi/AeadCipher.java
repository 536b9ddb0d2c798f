package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Secret;

/** Authenticated encryption with additional data (RFC 5116). */
public non-sealed interface AeadCipher extends BulkCipher {

    /** How TLS 1.2 makes this cipher's nonce. */
    enum Tls12Nonce {
        /** Four bytes of the key block, then eight that each record carries (RFC 5288 3). */
        EXPLICIT,
        /** The whole IV of the key block, XORed with the sequence number (RFC 7905 2). */
        XOR_SEQUENCE
    }

    /**
     * The length of a nonce.
     *
     * @return bytes, at least 8
     */
    int nonceLength();

    /**
     * The length of the tag that ends the ciphertext.
     *
     * @return bytes
     */
    int tagLength();

    /**
     * How TLS 1.2 makes the nonce.
     *
     * @return the form
     */
    Tls12Nonce tls12Nonce();

    /**
     * How many full-size records one key may protect before it has to be changed (RFC 8446 5.5).
     *
     * @return records; {@link Long#MAX_VALUE} where the sequence number is the only limit
     */
    long recordLimit();

    /**
     * Makes an object that seals with a key.
     *
     * @param key exactly {@link #keyLength()} bytes; copied as needed, the caller closes it when it likes
     * @return for one thread at a time; the caller closes it
     */
    Sealer sealer(Secret key);

    /**
     * Makes an object that opens with a key.
     *
     * @param key exactly {@link #keyLength()} bytes; copied as needed, the caller closes it when it likes
     * @return for one thread at a time; the caller closes it
     */
    Opener opener(Secret key);

    /** Seals with one key. For one thread at a time. */
    interface Sealer extends AutoCloseable {

        /**
         * Encrypts and authenticates a text of two pieces: {@code in[offset, offset + length)} followed by {@code
         * suffix[0, suffixLength)}. The ciphertext, as long as both, and the tag go to {@code out}.
         *
         * @param nonce exactly {@link AeadCipher#nonceLength()} bytes, never used before with this key; not kept
         * @param aad additional data; not kept
         * @param aadLength how many of its bytes count
         * @param in first piece; may be the array {@code out} if the place is the same or does not overlap
         * @param offset where it begins
         * @param length how long it is, may be 0
         * @param suffix second piece; never the array {@code out}
         * @param suffixLength how long it is, may be 0
         * @param out takes {@code length + suffixLength + tagLength} bytes
         * @param outOffset where they begin
         * @return bytes written
         */
        int seal(
                byte[] nonce,
                byte[] aad,
                int aadLength,
                byte[] in,
                int offset,
                int length,
                byte[] suffix,
                int suffixLength,
                byte[] out,
                int outOffset);

        /** Forgets the key. */
        @Override
        void close();
    }

    /** Opens with one key. For one thread at a time. */
    interface Opener extends AutoCloseable {

        /**
         * Checks the tag and decrypts. On a bad tag the output holds nothing of the plaintext.
         *
         * @param nonce exactly {@link AeadCipher#nonceLength()} bytes; not kept
         * @param aad additional data; not kept
         * @param aadLength how many of its bytes count
         * @param in ciphertext and tag; may be the array {@code out} if the place is the same or does not overlap;
         *     fastest if it is another array
         * @param offset where they begin
         * @param length how long they are together; shorter than a tag is a bad tag
         * @param out takes {@code length - tagLength} bytes
         * @param outOffset where they begin
         * @return bytes of plaintext, or -1 if the tag is wrong: no exception
         */
        int open(byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset);

        /** Forgets the key. */
        @Override
        void close();
    }
}
