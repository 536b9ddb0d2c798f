package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * Encrypts or decrypts whole blocks with AES-CBC; each call begins with its own IV.
 *
 * <p>Choice: the JCA's cipher takes an IV only together with a key, in four new objects, and compares the key with the last
 * one. So it is left in one long chain: to the first block of a call it adds the ciphertext that it saw last, and here the
 * IV takes its place. What it saw last is read from the caller's arrays.
 */
final class CbcTransform implements CbcCipher.Transform {

    private final boolean encrypting;
    private final KeyedCipher keyed;

    /** The ciphertext that the cipher adds to the next block. */
    private final byte[] chain = new byte[AesCbc.BLOCK];

    /** What turns that into the IV of this call. */
    private final byte[] correction = new byte[AesCbc.BLOCK];

    private boolean chained;

    CbcTransform(int mode, Cipher cipher, AesKey key) {
        encrypting = mode == Cipher.ENCRYPT_MODE;
        keyed = new KeyedCipher(mode, cipher, key, blankIv());
    }

    private static IvParameterSpec blankIv() {
        return new IvParameterSpec(new byte[AesCbc.BLOCK]);
    }

    @Override
    public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
        if (length % AesCbc.BLOCK != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole blocks of " + AesCbc.BLOCK);
        }
        Objects.checkFromIndexSize(ivOffset, AesCbc.BLOCK, iv.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, length, out.length);
        try {
            Cipher cipher = chain();
            if (length == 0) return;
            for (int i = 0; i < AesCbc.BLOCK; i++) correction[i] = (byte) (iv[ivOffset + i] ^ chain[i]);
            // Should the provider fail, nobody knows what it has chained.
            chained = false;
            chained = encrypting
                    ? encrypt(cipher, in, offset, length, out, outOffset)
                    : decrypt(cipher, in, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC failed", e);
        }
    }

    private Cipher chain() throws GeneralSecurityException {
        if (chained) return keyed.running();
        Cipher cipher = keyed.begin(blankIv());
        Arrays.fill(chain, (byte) 0);
        chained = true;
        return cipher;
    }

    private boolean encrypt(Cipher cipher, byte[] in, int offset, int length, byte[] out, int outOffset)
            throws GeneralSecurityException {
        int block = AesCbc.BLOCK;
        for (int i = 0; i < block; i++) correction[i] ^= in[offset + i];
        int written = cipher.update(correction, 0, block, out, outOffset);
        if (length > block) written += cipher.update(in, offset + block, length - block, out, outOffset + written);
        boolean whole = finish(cipher, length, written, out, outOffset);
        System.arraycopy(out, outOffset + length - block, chain, 0, block);
        return whole;
    }

    private boolean decrypt(Cipher cipher, byte[] in, int offset, int length, byte[] out, int outOffset)
            throws GeneralSecurityException {
        int block = AesCbc.BLOCK;
        // Before anything is written, as the output may be in the input's place.
        System.arraycopy(in, offset + length - block, chain, 0, block);
        int written = cipher.update(in, offset, length, out, outOffset);
        boolean whole = finish(cipher, length, written, out, outOffset);
        for (int i = 0; i < block; i++) out[outOffset + i] ^= correction[i];
        return whole;
    }

    /**
     * Fetches what a provider holds back until the end: SunJCE holds nothing, others may. That ends the chain.
     *
     * @return whether it goes on
     */
    private static boolean finish(Cipher cipher, int length, int written, byte[] out, int outOffset)
            throws GeneralSecurityException {
        if (written == length) return true;
        int all = written + cipher.doFinal(out, outOffset + written);
        if (all != length) throw new IllegalStateException("AES-CBC made " + all + " bytes of " + length);
        return false;
    }

    /**
     * While encrypting, the correction is the first block of content, hidden by nothing but what is public; and the last
     * ciphertext may be an IV that nobody has seen yet.
     */
    @Override
    public void close() {
        keyed.close();
        Arrays.fill(correction, (byte) 0);
        Arrays.fill(chain, (byte) 0);
    }
}
