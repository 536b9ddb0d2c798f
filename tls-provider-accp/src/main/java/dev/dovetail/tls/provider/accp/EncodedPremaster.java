package dev.dovetail.tls.provider.accp;

/**
 * What RSA decryption of a premaster secret yields: 0x00 0x02, padding without zeros, 0x00, the version of the
 * ClientHello, 46 random bytes (RFC 8017 7.2.1, RFC 5246 7.4.7.1).
 *
 * <p>Whether it has that form must show in nothing: not in an error, and not in time. Bleichenbacher's attack of 1998
 * needs one bit of it, and its descendants (ROBOT, Marvin) found that bit in branches, in exceptions, and in the length
 * of what is returned. So here is no branch and no index that depends on the bytes, and no length but one.
 */
final class EncodedPremaster {

    /** Bytes of a premaster secret. */
    static final int LENGTH = 48;

    /** The shortest modulus that holds one: eight bytes of padding and three that are fixed. */
    static final int SHORTEST = LENGTH + 11;

    private EncodedPremaster() {}

    /**
     * The premaster secret, or the substitute if anything about the encoding is wrong.
     *
     * @param encoded as long as the modulus, at least {@link #SHORTEST}; not modified
     * @param version what the first two bytes have to be
     * @param substitute {@link #LENGTH} bytes, made before the decryption; not modified
     * @return a new array of {@link #LENGTH} bytes
     */
    static byte[] decode(byte[] encoded, int version, byte[] substitute) {
        int start = encoded.length - LENGTH;
        int wrong = encoded[0] | encoded[1] ^ 2;
        for (int i = 2; i < start - 1; i++) wrong |= oneIfZero(encoded[i]);
        wrong |= encoded[start - 1];
        wrong |= encoded[start] ^ (byte) (version >>> 8);
        wrong |= encoded[start + 1] ^ (byte) version;
        // All ones if a bit is set anywhere, else zero.
        int mask = (wrong | -wrong) >> 31;
        byte[] premaster = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            premaster[i] = (byte) (encoded[start + i] & ~mask | substitute[i] & mask);
        }
        return premaster;
    }

    private static int oneIfZero(byte value) {
        return (value & 0xff) - 1 >>> 31;
    }
}
