package dev.dovetail.tls.ciphers.ccm;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * CCM's authentication: the last block of AES-CBC over lengths, nonce, additional data and text (RFC 3610 2.2). For one
 * thread at a time.
 *
 * <p>The cipher is set up once for a key: its IV is always zero, and {@code doFinal} goes back to it, so a message costs
 * no set-up and no object.
 */
final class CbcMac implements AutoCloseable {

    static final String TRANSFORMATION = "AES/CBC/NoPadding";

    // Choice: text goes through a buffer, so that a short record is one call; longer pieces are no faster.
    private static final int CHUNK = 1024;

    // RFC 3610 2.2: additional data of this length and more has its length in four bytes, behind a mark of two.
    private static final int LONG_AAD = 0xff00;

    private final Cipher cipher;
    private final AesKey key;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] encrypted = new byte[CHUNK];
    private int filled;

    /** The key stays its owner's; {@link #close()} needs it no more. */
    CbcMac(Cipher cipher, AesKey key) {
        this.cipher = cipher;
        this.key = key;
        init(key);
    }

    /**
     * Begins a message.
     *
     * @param length bytes of text that will follow, below 2^24
     */
    void begin(byte[] nonce, int tagLength, byte[] aad, int aadLength, int length) {
        int countLength = JdkAes.BLOCK - 1 - nonce.length;
        filled = 0;
        append((aadLength > 0 ? 0x40 : 0) | (tagLength - 2) / 2 << 3 | countLength - 1);
        update(nonce, 0, nonce.length);
        append(length >>> 16);
        append(length >>> 8);
        append(length);
        if (aadLength == 0) return;
        if (aadLength >= LONG_AAD) {
            append(0xff);
            append(0xfe);
            append(aadLength >>> 24);
            append(aadLength >>> 16);
        }
        append(aadLength >>> 8);
        append(aadLength);
        update(aad, 0, aadLength);
        pad();
    }

    /** More of the text. */
    void update(byte[] in, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (filled == CHUNK) flush();
            int count = Math.min(length - done, CHUNK - filled);
            System.arraycopy(in, offset + done, chunk, filled, count);
            filled += count;
            done += count;
        }
    }

    /** Ends the message: fills {@code tag}, at most a block, with the leading bytes of the last block. */
    void finish(byte[] tag) {
        pad();
        try {
            cipher.doFinal(chunk, 0, filled, encrypted, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC failed", e);
        }
        System.arraycopy(encrypted, filled - JdkAes.BLOCK, tag, 0, tag.length);
    }

    /**
     * Wipes text and key schedule. The JCA can't destroy a key schedule, but taking a new key makes SunJCE overwrite the
     * old one.
     */
    @Override
    public void close() {
        Arrays.fill(chunk, (byte) 0);
        Arrays.fill(encrypted, (byte) 0);
        init(key.blank());
    }

    private void init(AesKey with) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, with, new IvParameterSpec(new byte[JdkAes.BLOCK]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC refuses its key", e);
        }
    }

    private void append(int value) {
        chunk[filled++] = (byte) value;
    }

    private void pad() {
        int end = filled + JdkAes.BLOCK - 1 & -JdkAes.BLOCK;
        Arrays.fill(chunk, filled, end, (byte) 0);
        filled = end;
    }

    /** Only when there is more to come, so that the end of a message is never empty. */
    private void flush() {
        try {
            cipher.update(chunk, 0, CHUNK, encrypted, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC failed", e);
        }
        filled = 0;
    }
}
