package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Secret;
import java.util.function.Function;

/** A message authentication code. */
public interface Mac extends Part {

    /**
     * The length of the result.
     *
     * @return bytes
     */
    int length();

    /**
     * The length of the key that TLS 1.2 takes from its key block.
     *
     * @return bytes
     */
    int keyLength();

    /**
     * How many bytes the hash inside takes at a time: the record layer needs it to make the work independent of secret
     * padding.
     *
     * @return bytes, 64 for SHA-256, 128 for SHA-384
     */
    int blockLength();

    /**
     * The fewest bytes that the hash inside adds behind the message: the marker and the length.
     *
     * @return bytes, 9 for SHA-256, 17 for SHA-384
     */
    int minimumPadding();

    /**
     * Makes an object that computes with a key.
     *
     * @param key any length; copied as needed, the caller closes it when it likes
     * @return for one thread at a time; the caller closes it
     */
    Keyed keyed(Secret key);

    /**
     * Lends an object with a key for one computation: derivations come by the dozen in a handshake, and each has a key of
     * its own, so an implementation may use one object again and again.
     *
     * @param key any length; the caller closes it when it likes
     * @param use must not keep what it is lent, which refuses afterwards
     * @param <T> what it computes
     * @return what {@code use} returned
     */
    default <T> T with(Secret key, Function<? super Keyed, T> use) {
        try (Keyed keyed = keyed(key)) {
            return use.apply(keyed);
        }
    }

    /** One key. For one thread at a time; after {@link #finish} it begins anew with the same key. */
    interface Keyed extends AutoCloseable {

        /**
         * Takes more of the message.
         *
         * @param in not kept
         * @param offset first byte
         * @param length how many, may be 0
         */
        void update(byte[] in, int offset, int length);

        /**
         * Writes the result and begins anew.
         *
         * @param out takes {@link Mac#length()} bytes
         * @param offset where they begin
         */
        void finish(byte[] out, int offset);

        /** Forgets the key. */
        @Override
        void close();
    }
}
