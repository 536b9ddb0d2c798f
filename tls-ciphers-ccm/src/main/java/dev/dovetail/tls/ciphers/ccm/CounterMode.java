package dev.dovetail.tls.ciphers.ccm;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/** CCM's encryption: AES-CTR, whose first block is for the tag (RFC 3610 2.3). For one thread at a time. */
final class CounterMode implements AutoCloseable {

    static final String TRANSFORMATION = "AES/CTR/NoPadding";

    private final Cipher cipher;
    private final AesKey key;
    private final byte[] counter = new byte[JdkAes.BLOCK];
    private final byte[] block = new byte[JdkAes.BLOCK];
    private final byte[] turned = new byte[JdkAes.BLOCK];

    /** The key stays its owner's; {@link #close()} needs it no more. */
    CounterMode(Cipher cipher, AesKey key) {
        this.cipher = cipher;
        this.key = key;
    }

    /**
     * Encrypts or decrypts one message: its tag where it stands, then its text of two pieces.
     *
     * @return bytes of text written
     */
    int turn(
            byte[] nonce,
            byte[] tag,
            byte[] in,
            int offset,
            int length,
            byte[] suffix,
            int suffixLength,
            byte[] out,
            int outOffset) {
        counter[0] = (byte) (JdkAes.BLOCK - 2 - nonce.length);
        System.arraycopy(nonce, 0, counter, 1, nonce.length);
        System.arraycopy(tag, 0, block, 0, tag.length);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            // A whole block, whatever the tag's length: what is left of the first one is not for the text.
            cipher.update(block, 0, block.length, turned, 0);
            System.arraycopy(turned, 0, tag, 0, tag.length);
            if (suffixLength == 0) return cipher.doFinal(in, offset, length, out, outOffset);
            int written = cipher.update(in, offset, length, out, outOffset);
            return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR failed", e);
        }
    }

    /** Wipes what it can: see {@link CbcMac#close()}. */
    @Override
    public void close() {
        Arrays.fill(block, (byte) 0);
        Arrays.fill(turned, (byte) 0);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.blank(), new IvParameterSpec(new byte[JdkAes.BLOCK]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR refuses its key", e);
        }
    }
}
