package dev.dovetail.tls.api.spi;

import java.util.OptionalInt;

/** A hash function, with the HMAC that is made of it. */
public interface HashAlgorithm extends Part {

    /**
     * The length of a result.
     *
     * @return bytes
     */
    int length();

    /**
     * Begins a computation.
     *
     * @return for one thread at a time
     */
    Hash start();

    /**
     * HMAC with this hash (RFC 2104), for the PRF and for HKDF.
     *
     * @return the MAC
     */
    Mac hmac();

    /**
     * IANA's number of HKDF with this hash, under which a pre-shared key is imported for it (RFC 9258 10).
     *
     * @return two bytes; empty if there is none, and then no key is imported for suites with this hash
     */
    default OptionalInt kdf() {
        return OptionalInt.empty();
    }

    /** A computation under way. For one thread at a time. */
    interface Hash {

        /**
         * Takes more of the message.
         *
         * @param in not kept
         * @param offset first byte
         * @param length how many, may be 0
         */
        void update(byte[] in, int offset, int length);

        /**
         * An independent copy of the state so far.
         *
         * @return the copy
         */
        Hash fork();

        /**
         * The hash of all that was taken; begins anew afterwards.
         *
         * @return {@link HashAlgorithm#length()} bytes, the caller's
         */
        byte[] finish();
    }
}
