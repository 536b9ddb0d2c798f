package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Seals with AES-GCM, array to array, which is the JDK's fastest way. */
final class GcmSealer implements AeadCipher.Sealer {

    private final KeyedCipher keyed;

    GcmSealer(Cipher cipher, AesKey key) {
        keyed = new KeyedCipher(Cipher.ENCRYPT_MODE, cipher, key, GcmNonce.BLANK);
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
        Objects.checkFromIndexSize(outOffset, length + suffixLength + AesGcm.TAG, out.length);
        GCMParameterSpec parameters = GcmNonce.of(nonce);
        try {
            Cipher cipher = keyed.begin(parameters);
            cipher.updateAAD(aad, 0, aadLength);
            if (suffixLength == 0) return cipher.doFinal(in, offset, length, out, outOffset);
            int written = cipher.update(in, offset, length, out, outOffset);
            return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
        } catch (InvalidAlgorithmParameterException e) {
            // The JDK remembers the last nonce: the same twice would give the plaintext, and the key of GHASH, away.
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
