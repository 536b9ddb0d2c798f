package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Objects;
import javax.crypto.Cipher;

/** Seals with AES-GCM, array to array; in one array ACCP makes a copy. */
final class GcmSealer implements AeadCipher.Sealer {

    private final KeyedGcm keyed;

    /** Takes the cipher over. */
    GcmSealer(KeyedGcm keyed) {
        this.keyed = keyed;
    }

    @Override
    public int seal(
            byte[] nonce,
            byte[] aad,
            int aadLength,
            byte[] in,
            int offset,
            int length,
            byte[] suffix,
            int suffixLength,
            byte[] out,
            int outOffset) {
        Objects.checkFromIndexSize(outOffset, length + suffixLength + AccpAesGcm.TAG, out.length);
        try {
            Cipher cipher = keyed.begin(nonce);
            try {
                if (aadLength > 0) cipher.updateAAD(aad, 0, aadLength);
                if (suffixLength == 0) return cipher.doFinal(in, offset, length, out, outOffset);
                int written = length == 0 ? 0 : cipher.update(in, offset, length, out, outOffset);
                return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
            } finally {
                keyed.end(cipher);
            }
        } catch (InvalidAlgorithmParameterException e) {
            // ACCP remembers the last nonce: the same twice would give the plaintext, and the key of GHASH, away.
            throw new IllegalArgumentException("the nonce was used before with this key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
