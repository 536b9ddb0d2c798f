package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What a CBC record is made of: a fresh IV, and content with a tail encrypted (RFC 5246 6.2.3.2). The whole blocks of
 * long content go straight from the caller's array to the outgoing one; what is left of it stands at the begin of {@link
 * #tail()}, followed by what the protection puts there.
 */
final class CbcBody implements AutoCloseable {

    /** Choice: IVs are made for this many records at once, in one call of the cipher. */
    private static final int IVS_AT_ONCE = 16;

    private static final int LONG_BLOCK = 16;

    /**
     * Choice: with blocks of eight bytes, 2^20 records of full size are 2^31 blocks, a quarter of the birthday bound
     * that Sweet32 lives on; larger blocks need no limit.
     */
    private static final long SMALL_BLOCK_LIMIT = 1L << 20;

    /**
     * Choice: up to so many bytes are copied to the tail altogether, which costs less than to set up a second time a cipher
     * that is set up for each call.
     */
    private static final int COPIED = 1024;

    private final CbcCipher.Transform encryptor;
    private final SecureRandom random;
    private final int blockLength;
    private final byte[] noIv;
    private final byte[] start;
    private final byte[] counts;
    private final byte[] ivs;
    private final byte[] tail;
    private int nextIv;
    private long count;

    /**
     * Keys a body.
     *
     * @param cipher the cipher
     * @param key its key
     * @param random where IVs come from
     * @param beforePadding the most bytes that the protection puts between content and padding
     */
    CbcBody(CbcCipher cipher, Secret key, SecureRandom random, int beforePadding) {
        this.encryptor = cipher.encryptor(key);
        this.random = random;
        this.blockLength = cipher.blockLength();
        this.noIv = new byte[blockLength];
        this.start = new byte[blockLength];
        this.ivs = new byte[IVS_AT_ONCE * blockLength];
        // Apart from the IVs: what is encrypted in its place, the JDK copies first.
        this.counts = new byte[blockLength < LONG_BLOCK ? 0 : ivs.length];
        this.nextIv = ivs.length;
        this.tail = new byte[COPIED + 2 * blockLength + beforePadding];
    }

    static long recordLimit(CbcCipher cipher) {
        return cipher.blockLength() <= 8 ? SMALL_BLOCK_LIMIT : Long.MAX_VALUE;
    }

    /** IV and ciphertext of so many bytes with their padding. */
    int length(int plaintextLength) {
        return blockLength + plaintextLength + blockLength - plaintextLength % blockLength;
    }

    /** Where the end of the content, and what follows it, is put together. */
    byte[] tail() {
        return tail;
    }

    /** Copies the content's last, partial block, or all of short content, to the tail; returns where the tail goes on. */
    int beginTail(byte[] in, int offset, int length) {
        int direct = direct(length);
        System.arraycopy(in, offset + direct, tail, 0, length - direct);
        return length - direct;
    }

    /** How much of the content does not go through the tail. */
    private int direct(int length) {
        return length <= COPIED ? 0 : length - length % blockLength;
    }

    /**
     * Pads the tail and encrypts.
     *
     * @param in content, of which the end is in the tail
     * @param offset where it begins
     * @param length its whole length
     * @param tailLength bytes in the tail, the end of the content included
     * @param out takes the IV and the ciphertext
     * @param outOffset where the IV begins
     * @return bytes written
     */
    int encrypt(byte[] in, int offset, int length, int tailLength, byte[] out, int outOffset) {
        int direct = direct(length);
        int padded = tailLength + blockLength - tailLength % blockLength;
        Arrays.fill(tail, tailLength, padded, (byte) (padded - tailLength - 1));
        putIv(out, outOffset);
        int body = outOffset + blockLength;
        if (direct > 0) encryptor.transform(out, outOffset, in, offset, direct, out, body);
        // CBC goes on with the last block of ciphertext as its IV; if there is none yet, that is where the IV stands.
        encryptor.transform(out, outOffset + direct, tail, 0, padded, out, body + direct);
        return blockLength + direct + padded;
    }

    /** RFC 5246 6.2.3.2: the IV must be unpredictable. */
    private void putIv(byte[] out, int outOffset) {
        if (nextIv == ivs.length) makeIvs();
        System.arraycopy(ivs, nextIv, out, outOffset, blockLength);
        nextIv += blockLength;
    }

    /**
     * Encrypts a count that begins at a secret, random start, under the key itself and chained as CBC does: nobody without the
     * key, or the start, can tell what comes of it. Fresh randomness for each record took an eighth of the time of a short
     * one. After the first of the two ways in NIST SP 800-38A, appendix C, except for the chaining. With short blocks IVs
     * could meet blocks of ciphertext by chance, so for those they are random.
     */
    private void makeIvs() {
        if (blockLength < LONG_BLOCK) random.nextBytes(ivs);
        else encryptCounts();
        nextIv = 0;
    }

    private void encryptCounts() {
        if (count == 0) random.nextBytes(start);
        for (int block = 0; block < counts.length; block += blockLength) {
            System.arraycopy(start, 0, counts, block, blockLength);
            for (int i = 0; i < Long.BYTES; i++) counts[block + blockLength - 1 - i] ^= (byte) (count >>> 8 * i);
            count++;
        }
        encryptor.transform(noIv, 0, counts, 0, counts.length, ivs, 0);
    }

    @Override
    public void close() {
        encryptor.close();
        Arrays.fill(start, (byte) 0);
        Arrays.fill(counts, (byte) 0);
        Arrays.fill(ivs, (byte) 0);
        Arrays.fill(tail, (byte) 0);
    }
}
