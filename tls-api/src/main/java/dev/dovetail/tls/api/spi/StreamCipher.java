package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Secret;

/** A stream cipher whose state runs on from record to record, such as RC4, or NULL. It has no MAC of its own. */
public non-sealed interface StreamCipher extends BulkCipher {

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

    /** One key and one direction, with its state. For one thread at a time. */
    interface Transform extends AutoCloseable {

        /**
         * Encrypts or decrypts the next bytes of the stream.
         *
         * @param in input; may be {@code out} at the same place
         * @param offset where it begins
         * @param length how many bytes, may be 0
         * @param out takes as many bytes
         * @param outOffset where they begin
         */
        void transform(byte[] in, int offset, int length, byte[] out, int outOffset);

        /** Forgets the key. */
        @Override
        void close();
    }
}
