package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/** Opens with AES-GCM, array to array in one native call; in one array ACCP makes a copy. */
final class GcmOpener implements AeadCipher.Opener {

    private final KeyedGcm keyed;

    /** Takes the cipher over. */
    GcmOpener(KeyedGcm keyed) {
        this.keyed = keyed;
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - AccpAesGcm.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        try {
            Cipher cipher = keyed.begin(nonce);
            try {
                if (length < AccpAesGcm.TAG) return -1;
                if (aadLength > 0) cipher.updateAAD(aad, 0, aadLength);
                return cipher.doFinal(in, offset, length, out, outOffset);
            } finally {
                keyed.end(cipher);
            }
        } catch (AEADBadTagException e) {
            // AWS-LC decrypts into the output before it knows the tag. ACCP clears that, but nothing may depend on it.
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        } catch (GeneralSecurityException e) {
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
