package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Secret;

/** A block cipher in CBC mode: whole blocks only, no padding and no MAC, both belong to the record layer. */
public non-sealed interface CbcCipher extends BulkCipher {

    /**
     * The length of a block, and of an IV.
     *
     * @return bytes
     */
    int blockLength();

    /**
     * Makes an object that encrypts with a key.
     *
     * @param key exactly {@link #keyLength()} bytes; copied as needed, the caller closes it when it likes
     * @return for one thread at a time; the caller closes it
     */
    Transform encryptor(Secret key);

    /**
     * Makes an object that decrypts with a key.
     *
     * @param key exactly {@link #keyLength()} bytes; copied as needed, the caller closes it when it likes
     * @return for one thread at a time; the caller closes it
     */
    Transform decryptor(Secret key);

    /** One key and one direction. For one thread at a time. */
    interface Transform extends AutoCloseable {

        /**
         * Encrypts or decrypts whole blocks, each call on its own, also after one that failed. Nobody may change the arrays
         * during a call.
         *
         * @param iv holds the IV; not kept; may be {@code in} or {@code out}, beside the range that is transformed
         * @param ivOffset where the IV begins: {@link CbcCipher#blockLength()} bytes
         * @param in input; may be {@code out} at the same place, and overlaps it in no other way
         * @param offset where it begins
         * @param length a multiple of the block length, may be 0
         * @param out takes as many bytes
         * @param outOffset where they begin
         * @throws IllegalStateException if this is closed
         */
        void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset);

        /** Forgets the key. */
        @Override
        void close();
    }
}
